import * as z from 'zod';
import { Id } from '#domain/kernel/ids.ts';
import { Count, countQuery } from '#domain/kernel/list.ts';
import { PageQuery, pageOf } from '#domain/kernel/page.ts';
import { route } from '#domain/kernel/route.ts';
import { MemberFilter, MemberListQuery } from './list.ts';
import { Acceptance, Invitation, InvitationDraft, Me, Member, OpenInvitation, Profile } from './member.ts';

const Token = z.strictObject({ token: z.string().min(16).max(200) });

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
    summary: 'List members: searched, filtered and sorted',
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
  colleagues: route({
    method: 'GET',
    path: 'colleagues',
    summary: 'The verified staff, to pick from',
    access: 'colleagues.view',
    result: z.object({ items: z.array(Member.pick({ id: true, name: true, email: true, role: true })) }),
  }),
  verify: route({
    method: 'POST',
    path: 'members/{memberId}/verify',
    summary: 'Verify a member: the third layer',
    access: 'members.verify',
    params: z.strictObject({ memberId: Id }),
    result: Member,
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
  openInvitation: route({
    method: 'GET',
    path: 'invitations/{token}',
    summary: 'The invitation behind a link',
    access: 'public',
    params: Token,
    result: OpenInvitation,
  }),
  acceptInvitation: route({
    method: 'POST',
    path: 'invitations/{token}/accept',
    summary: 'Accept an invitation: the account is signed in and verified',
    access: 'public',
    params: Token,
    body: Acceptance,
    result: Me,
    status: 201,
  }),
};
