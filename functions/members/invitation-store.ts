import * as z from 'zod';
import { Version } from '#domain/kernel/ids.ts';
import type { Page, PageQuery } from '#domain/kernel/page.ts';
import { Invitation } from '#domain/members/member.ts';
import { container, documents } from '#functions/platform/cosmos.ts';
import { derivedId } from './derived-id.ts';

const invitations = container('workspaces');

const StoredInvitation = Invitation.extend({ tokenHash: z.string(), version: Version });
export type StoredInvitation = z.infer<typeof StoredInvitation>;

export const invitationStore = (workspaceId: string) => {
  const stored = documents('The invitation', invitations, StoredInvitation, workspaceId, { workspaceId, kind: 'invitation' });
  return {
    find: stored.find,
    add: stored.add,
    replace: stored.replace,

    /** An e-mail address has one invitation of a business: a second one takes its place. */
    idFor: (email: string): string => derivedId('invitation', workspaceId, email),

    /** Those that can still be accepted, newest first. */
    open(now: Date, { cursor, limit }: PageQuery): Promise<Page<Invitation>> {
      const query = `SELECT * FROM c WHERE c.kind = 'invitation' AND IS_NULL(c.acceptedAt) AND c.expiresAt > @now ORDER BY c.createdAt DESC`;
      return stored.page({ query, parameters: [{ name: '@now', value: now.toISOString() }] }, { cursor, limit });
    },
  };
};
