import type { Container, OperationInput } from '@azure/cosmos';
import * as z from 'zod';
import { isActingAdmin } from '#domain/members/decide.ts';
import type { Member } from '#domain/members/member.ts';

const id = 'admin-roster';
const Stored = z.object({ adminIds: z.array(z.string()), _etag: z.string() });

type Standing = Pick<Member, 'id' | 'role' | 'status' | 'deletedAt'>;
export type Roster = { adminIds: readonly string[]; etag: string | null };

/**
 * Who the acting admins of a business are, in one document that is written in the same batch as the member. Two admins
 * who demote each other at the same moment both change it, so one of them is refused: the last admin always stays.
 */
export const adminRoster = (members: Container, workspaceId: string) => ({
  async read(): Promise<Roster> {
    const { resource } = await members.item(id, workspaceId).read<object>();
    if (!resource) return { adminIds: await actingAdmins(members, workspaceId), etag: null };
    const { adminIds, _etag: etag } = Stored.parse(resource);
    return { adminIds, etag };
  },

  /** The write that belongs to these members' writes; null when nobody comes or goes. */
  operationFor(roster: Roster, changed: readonly Standing[]): { adminIds: string[]; write: OperationInput } | null {
    const adminIds = adminsAfter(roster.adminIds, changed);
    if (adminIds.length === roster.adminIds.length && adminIds.every((one) => roster.adminIds.includes(one)))
      return null;
    const resourceBody = { id, workspaceId, kind: 'admin-roster', adminIds };
    const write: OperationInput =
      roster.etag === null
        ? { operationType: 'Create', resourceBody }
        : { operationType: 'Replace', id, resourceBody, ifMatch: roster.etag };
    return { adminIds, write };
  },
});

export function adminsAfter(adminIds: readonly string[], changed: readonly Standing[]): string[] {
  const isChanged = new Set(changed.map((member) => member.id));
  const come = changed.filter(isActingAdmin).map((member) => member.id);
  return [...adminIds.filter((one) => !isChanged.has(one)), ...come];
}

/** Before the first roster is written. */
async function actingAdmins(members: Container, workspaceId: string): Promise<string[]> {
  const query = `SELECT VALUE c.id FROM c WHERE c.kind = 'member' AND c.role = 'admin' AND c.status = 'verified' AND c.deletedAt = null`;
  const options = { partitionKey: workspaceId, maxItemCount: 1000 };
  return (await members.items.query<string>(query, options).fetchAll()).resources;
}
