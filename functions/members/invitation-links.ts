import * as z from 'zod';
import { problems } from '#domain/kernel/problem.ts';
import { hashOf } from '#functions/accounts/secrets.ts';
import { points } from '#functions/platform/points.ts';
import type { Visit } from '#functions/work.ts';
import type { StoredInvitation } from './invitation-store.ts';

export const linkLifeSeconds = 7 * 24 * 3600;

const Pointer = z.object({ workspaceId: z.string(), invitationId: z.string() });
const keyOf = (tokenHash: string): string => `v|${tokenHash}`;

/** From the token in a link to its business: the token itself is kept nowhere. */
export const addLink = (tokenHash: string, to: z.infer<typeof Pointer>): Promise<boolean> =>
  points.create(keyOf(tokenHash), to, linkLifeSeconds);

export const removeLink = (tokenHash: string): Promise<boolean> => points.remove(keyOf(tokenHash));

export type Invited = { workspaceId: string; invitation: StoredInvitation };

/** Unknown, expired, used, revoked and replaced links are one answer, and so is one that is being accepted just now. */
export async function invitationAt(visit: Visit, token: string): Promise<Invited> {
  const tokenHash = hashOf(token);
  const pointer = await points.read(keyOf(tokenHash), Pointer);
  if (!pointer) throw problems.notFound('The invitation');

  const { workspaceId, invitationId } = pointer.value;
  const invitation = await visit.in(workspaceId).invitations.find(invitationId);
  const now = visit.now().toISOString();
  const isOpen =
    invitation?.tokenHash === tokenHash &&
    invitation.acceptedAt === null &&
    now < invitation.expiresAt &&
    (invitation.claimedUntil === null || invitation.claimedUntil <= now);
  if (!isOpen) throw problems.notFound('The invitation');
  return { workspaceId, invitation };
}
