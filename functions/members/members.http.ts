import { memberRoutes } from '#domain/members/routes.ts';
import { serve } from '#functions/serve.ts';
import { acceptInvitation } from './accept-invitation.ts';
import { completeProfile } from './complete-profile.ts';
import { inviteMember } from './invite-member.ts';
import { listColleagues } from './list-colleagues.ts';
import { openInvitation } from './open-invitation.ts';
import { readMe } from './read-me.ts';
import { verifyMember } from './verify-member.ts';

serve('members-me', memberRoutes.me, (work) => readMe(work));
serve('members-complete-profile', memberRoutes.completeProfile, (work, { body }) => completeProfile(work, body));
serve('members-list', memberRoutes.list, ({ members }, { query }) => members.list(query));
serve('members-count', memberRoutes.count, ({ members }, { query: { exact, ...filter } }) =>
  members.count(filter, exact === '1'),
);
serve('members-colleagues', memberRoutes.colleagues, (work) => listColleagues(work));
serve('members-verify', memberRoutes.verify, (work, { params }) => verifyMember(work, params.memberId));
serve('members-invite', memberRoutes.invite, (work, { body }) => inviteMember(work, body));
serve('members-invitations', memberRoutes.invitations, ({ invitations, now }, { query }) =>
  invitations.open(now(), query),
);
serve('members-open-invitation', memberRoutes.openInvitation, (visit, { params }) =>
  openInvitation(visit, params.token),
);
serve('members-accept-invitation', memberRoutes.acceptInvitation, (visit, { params, body }) =>
  acceptInvitation(visit, params.token, body),
);
