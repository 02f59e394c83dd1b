import { sessionRoutes } from '#domain/sessions/routes.ts';
import { serve } from '#functions/serve.ts';
import { endOtherSessions, endOwnSession, signOutMember } from './end-own-sessions.ts';
import { readMemberSessions, readOwnSessions } from './read-sessions.ts';

serve('sessions-list', sessionRoutes.list, (work) => readOwnSessions(work));
serve('sessions-end', sessionRoutes.end, (work, { params }) => endOwnSession(work, params.sessionId));
serve('sessions-end-others', sessionRoutes.endOthers, (work) => endOtherSessions(work));
serve('sessions-of-member', sessionRoutes.ofMember, (work, { params }) => readMemberSessions(work, params.memberId));
serve('sessions-sign-out-member', sessionRoutes.signOutMember, (work, { params }) =>
  signOutMember(work, params.memberId),
);
