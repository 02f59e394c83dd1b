import { memberRoutes } from '#domain/members/routes.ts';
import { serve } from '#functions/serve.ts';
import { acceptInvitation } from './accept-invitation.ts';
import { addMember } from './add-member.ts';
import { askForEmail, confirmEmail } from './change-email.ts';
import { changeMember } from './change-member.ts';
import { completeProfile } from './complete-profile.ts';
import { deleteMember, restoreMember } from './delete-member.ts';
import { exportMembers } from './export-members.ts';
import { inviteMember, resendInvitation, revokeInvitation } from './invite-member.ts';
import { listColleagues } from './list-colleagues.ts';
import { listCustomersOf } from './list-customers-of.ts';
import { listLoads } from './list-loads.ts';
import { listMembers, readMember } from './list-members.ts';
import { openInvitation } from './open-invitation.ts';
import { readMe } from './read-me.ts';
import { askToUndoBulk, startBulk } from './start-bulk.ts';
import { resumeMember, suspendMember } from './suspend-member.ts';
import { rejectMember, verifyMember } from './verify-member.ts';

serve('members-me', memberRoutes.me, (work) => readMe(work));
serve('members-complete-profile', memberRoutes.completeProfile, (work, { body }) => completeProfile(work, body));

serve('members-list', memberRoutes.list, (work, { query }) => listMembers(work, query));
serve('members-count', memberRoutes.count, ({ members }, { query: { exact, ...filter } }) =>
  members.count(filter, exact === '1'),
);
serve('members-loads', memberRoutes.loads, (work, { query }) => listLoads(work, query.ids));
serve('members-export', memberRoutes.export, (work, { query }) => exportMembers(work, query));
serve('members-get', memberRoutes.get, (work, { params }) => readMember(work, params.memberId));
serve('members-customers', memberRoutes.customers, (work, { params, query }) =>
  listCustomersOf(work, params.memberId, query),
);
serve('members-colleagues', memberRoutes.colleagues, (work) => listColleagues(work));

serve('members-add', memberRoutes.add, (work, { body }) => addMember(work, body));
serve('members-change', memberRoutes.change, (work, { params, body }) => changeMember(work, params.memberId, body));
serve('members-verify', memberRoutes.verify, (work, { params }) => verifyMember(work, params.memberId));
serve('members-reject', memberRoutes.reject, (work, { params, body }) =>
  rejectMember(work, params.memberId, body.reason),
);
serve('members-suspend', memberRoutes.suspend, (work, { params, body }) =>
  suspendMember(work, params.memberId, body.reason),
);
serve('members-resume', memberRoutes.resume, (work, { params }) => resumeMember(work, params.memberId));
serve('members-delete', memberRoutes.delete, (work, { params }) => deleteMember(work, params.memberId));
serve('members-restore', memberRoutes.restore, (work, { params }) => restoreMember(work, params.memberId));
serve('members-ask-email', memberRoutes.askEmail, (work, { params, body }) =>
  askForEmail(work, params.memberId, body.email),
);
serve('members-confirm-email', memberRoutes.confirmEmail, (work, { body }) => confirmEmail(work, body));

serve('members-bulk', memberRoutes.bulk, (work, { body }) => startBulk(work, body));
serve('members-bulk-job', memberRoutes.bulkJob, ({ bulk }, { params }) => bulk.get(params.jobId));
serve('members-undo-bulk', memberRoutes.undoBulk, (work, { params }) => askToUndoBulk(work, params.jobId));

serve('members-invite', memberRoutes.invite, (work, { body }) => inviteMember(work, body));
serve('members-invitations', memberRoutes.invitations, ({ invitations, now }, { query }) =>
  invitations.open(now(), query),
);
serve('members-resend-invitation', memberRoutes.resendInvitation, (work, { params }) =>
  resendInvitation(work, params.invitationId),
);
serve('members-revoke-invitation', memberRoutes.revokeInvitation, (work, { params }) =>
  revokeInvitation(work, params.invitationId),
);
serve('members-open-invitation', memberRoutes.openInvitation, (visit, { body }) => openInvitation(visit, body.token));
serve('members-accept-invitation', memberRoutes.acceptInvitation, (visit, { body }) => acceptInvitation(visit, body));
