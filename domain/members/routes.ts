import * as z from 'zod';
import { Email } from '#domain/kernel/text.ts';
import { Id } from '#domain/kernel/ids.ts';
import { Count, countQuery, Ids, idsUpTo } from '#domain/kernel/list.ts';
import { PageQuery, pageOf } from '#domain/kernel/page.ts';
import { route } from '#domain/kernel/route.ts';
import { Customer } from '#domain/customers/customer.ts';
import { BulkDraft, BulkJob } from './bulk.ts';
import { MemberChange } from './change.ts';
import { Reason } from './decide.ts';
import { EmailProof, EmailWish } from './email-change.ts';
import { Acceptance, Invitation, InvitationDraft, InvitationToken, NewUser, OpenInvitation } from './invitation.ts';
import { MemberFilter, MemberListQuery, MemberSort } from './list.ts';
import { Me, Member, MemberLoad, MemberWithLoad, Profile, SignedIn } from './member.ts';

const params = z.strictObject({ memberId: Id });
const jobParams = z.strictObject({ jobId: Id });
const invitationParams = z.strictObject({ invitationId: Id });

export const mostLoads = 100;

export const memberRoutes = {
  me: route({ method: 'GET', path: 'me', summary: 'Who is signed in, and where', access: 'signed-in', result: Me }),
  completeProfile: route({
    method: 'PUT',
    path: 'me/profile',
    summary: 'Complete Your Profile: the second layer',
    access: 'signed-in',
    body: Profile,
    result: Me,
  }),
  list: route({
    method: 'GET',
    path: 'members',
    summary: 'List members: searched, filtered and sorted. `skills` is shortened',
    access: 'members.view',
    query: MemberListQuery,
    result: pageOf(Member),
  }),
  count: route({
    method: 'GET',
    path: 'members/count',
    summary: 'How many members the list holds',
    access: 'members.view',
    query: countQuery(MemberFilter),
    result: Count,
  }),
  loads: route({
    method: 'GET',
    path: 'members/loads',
    summary: 'How much work these members have, apart from the list, which need not wait; who is unknown is left out',
    access: 'members.view',
    query: z.strictObject({ ids: idsUpTo(mostLoads) }),
    result: z.object({ items: z.array(MemberLoad) }),
  }),
  export: route({
    method: 'GET',
    path: 'members/export',
    summary: 'The list of members, whole or the chosen ones, as CSV',
    access: 'members.manage',
    query: MemberFilter.extend({ ids: Ids, sort: MemberSort }),
    produces: 'text/csv',
  }),
  get: route({
    method: 'GET',
    path: 'members/{memberId}',
    summary: 'One member',
    access: 'members.view',
    params,
    result: MemberWithLoad,
  }),
  customers: route({
    method: 'GET',
    path: 'members/{memberId}/customers',
    summary: 'The customers assigned to an employee',
    access: 'members.view',
    params,
    query: PageQuery,
    result: pageOf(Customer),
  }),
  colleagues: route({
    method: 'GET',
    path: 'colleagues',
    summary: 'The verified staff, to pick from',
    access: 'colleagues.view',
    result: z.object({ items: z.array(Member.pick({ id: true, name: true, email: true, role: true })) }),
  }),
  add: route({
    method: 'POST',
    path: 'members',
    summary: 'Add a user: a link to the e-mail address, which makes the account once it is opened',
    access: 'members.manage',
    body: NewUser,
    result: Invitation,
    status: 201,
  }),
  change: route({
    method: 'PATCH',
    path: 'members/{memberId}',
    summary: 'Change a member; 412 when `version` is not the newest',
    access: 'members.manage',
    params,
    body: MemberChange,
    result: Member,
  }),
  verify: route({
    method: 'POST',
    path: 'members/{memberId}/verify',
    summary: 'Verify a member: the third layer',
    access: 'members.verify',
    params,
    result: Member,
  }),
  reject: route({
    method: 'POST',
    path: 'members/{memberId}/reject',
    summary: 'Reject somebody who waits; they are told why',
    access: 'members.verify',
    params,
    body: Reason,
    result: Member,
  }),
  suspend: route({
    method: 'POST',
    path: 'members/{memberId}/suspend',
    summary: 'Shut a member out for a time, from the next call on',
    access: 'members.manage',
    params,
    body: Reason,
    result: Member,
  }),
  resume: route({
    method: 'POST',
    path: 'members/{memberId}/resume',
    summary: 'End a suspension',
    access: 'members.manage',
    params,
    result: Member,
  }),
  delete: route({
    method: 'DELETE',
    path: 'members/{memberId}',
    summary: 'Delete a member, who can be restored for 30 days',
    access: 'members.manage',
    params,
    result: Member,
  }),
  restore: route({
    method: 'POST',
    path: 'members/{memberId}/restore',
    summary: 'Restore a deleted member',
    access: 'members.manage',
    params,
    result: Member,
  }),
  askEmail: route({
    method: 'POST',
    path: 'members/{memberId}/email',
    summary:
      'Ask for another e-mail address, as an admin or for oneself: a link to it, to be opened by the person signed in',
    access: 'signed-in',
    stepUp: true,
    params,
    body: EmailWish,
    result: z.object({ email: Email }),
    status: 202,
  }),
  confirmEmail: route({
    method: 'POST',
    path: 'me/email',
    summary: 'Prove the new e-mail address by the token of its link: from now on it is the one to sign in with',
    access: 'signed-in',
    stepUp: true,
    body: EmailProof,
    result: Me,
  }),
  bulk: route({
    method: 'POST',
    path: 'members/bulk',
    summary: 'Verify or delete many members, as a job',
    access: 'members.manage',
    heavy: true,
    body: BulkDraft,
    result: BulkJob,
    status: 202,
  }),
  bulkJob: route({
    method: 'GET',
    path: 'members/bulk/{jobId}',
    summary: 'How far a bulk job is, and what it did',
    access: 'members.manage',
    params: jobParams,
    result: BulkJob,
  }),
  undoBulk: route({
    method: 'POST',
    path: 'members/bulk/{jobId}/undo',
    summary: 'Give back what a bulk job changed, within 30 days, where nobody has changed it since',
    access: 'members.manage',
    heavy: true,
    params: jobParams,
    result: BulkJob,
    status: 202,
  }),
  invite: route({
    method: 'POST',
    path: 'invitations',
    summary: 'Invite a colleague by e-mail',
    access: 'members.invite',
    body: InvitationDraft,
    result: Invitation,
    status: 201,
  }),
  invitations: route({
    method: 'GET',
    path: 'invitations',
    summary: 'Invitations that wait for an answer',
    access: 'members.invite',
    query: PageQuery,
    result: pageOf(Invitation),
  }),
  resendInvitation: route({
    method: 'POST',
    path: 'invitations/{invitationId}/resend',
    summary: 'Send an invitation again; the earlier link is worthless then',
    access: 'members.invite',
    params: invitationParams,
    result: Invitation,
  }),
  revokeInvitation: route({
    method: 'DELETE',
    path: 'invitations/{invitationId}',
    summary: 'Take an invitation back: its link is worthless',
    access: 'members.invite',
    params: invitationParams,
  }),
  openInvitation: route({
    method: 'POST',
    path: 'invitations/open',
    summary: 'The invitation behind a link',
    access: 'public',
    body: z.strictObject({ token: InvitationToken }),
    result: OpenInvitation,
  }),
  acceptInvitation: route({
    method: 'POST',
    path: 'invitations/accept',
    summary: 'Accept an invitation: a verified member, signed in',
    access: 'public',
    limit: 'ways-in',
    body: Acceptance,
    result: SignedIn,
    status: 201,
  }),
};
