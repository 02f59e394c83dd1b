import * as z from 'zod';
import { Version } from '#domain/kernel/ids.ts';
import type { Page, PageQuery } from '#domain/kernel/page.ts';
import { problems } from '#domain/kernel/problem.ts';
import { Invitation } from '#domain/members/invitation.ts';
import { container, documents, isStatus, orProblem } from '#functions/platform/cosmos.ts';
import { derivedId } from '#functions/platform/derived-id.ts';

const invitations = container('workspaces');

const StoredInvitation = Invitation.extend({
  tokenHash: z.string(),
  /** Of the password an admin gave; it becomes the account's when the link proves the address. */
  passwordHash: z.string().nullable(),
  /** Somebody is accepting it, and until then nobody else may: a try that was cut off is taken up afterwards. */
  claimedUntil: z.iso.datetime().nullable(),
  version: Version,
});
export type StoredInvitation = z.infer<typeof StoredInvitation>;

/** Added by somebody else since it was looked for. */
async function once<T>(what: string, adding: Promise<T>): Promise<T> {
  try {
    return await adding;
  } catch (error) {
    throw isStatus(error, 409) ? problems.changedMeanwhile(what) : error;
  }
}

export const invitationStore = (workspaceId: string) => {
  const stored = documents('The invitation', invitations, StoredInvitation, workspaceId, {
    workspaceId,
    kind: 'invitation',
  });
  return {
    find: stored.find,
    get: stored.get,
    replace: stored.replace,

    remove: async (id: string): Promise<void> =>
      void (await orProblem('The invitation', invitations.item(id, workspaceId).delete())),

    /** In the place of an earlier one to the same address. */
    async put(invitation: Omit<StoredInvitation, 'version'>): Promise<StoredInvitation> {
      const earlier = await stored.find(invitation.id);
      if (earlier) return stored.replace({ ...invitation, version: earlier.version });
      return once('The invitation', stored.add(invitation));
    },

    /** One that is not there is forgotten already. */
    async forget(id: string): Promise<void> {
      try {
        await invitations.item(id, workspaceId).delete();
      } catch (error) {
        if (!isStatus(error, 404)) throw error;
      }
    },

    /** On all that somebody has sent. */
    async renameInviter(was: string, name: string): Promise<void> {
      const query = {
        query: `SELECT VALUE c.id FROM c WHERE c.kind = 'invitation' AND c.invitedBy = @was`,
        parameters: [{ name: '@was', value: was }],
      };
      const { resources } = await invitations.items.query<string>(query, { partitionKey: workspaceId }).fetchAll();
      for (const id of resources)
        await invitations.item(id, workspaceId).patch([{ op: 'set', path: '/invitedBy', value: name }]);
    },

    /** An e-mail address has one invitation of a business. */
    idFor: (email: string): string => derivedId('invitation', workspaceId, email),

    /** Those that can still be accepted, newest first. */
    open(now: Date, { cursor, limit }: PageQuery): Promise<Page<Invitation>> {
      const query = `SELECT * FROM c WHERE c.kind = 'invitation' AND IS_NULL(c.acceptedAt) AND c.expiresAt > @now ORDER BY c.createdAt DESC`;
      return stored.page({ query, parameters: [{ name: '@now', value: now.toISOString() }] }, { cursor, limit });
    },
  };
};
