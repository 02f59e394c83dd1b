import type { Container } from '@azure/cosmos';
import type { Member } from '#domain/members/member.ts';

type Stored = Pick<Member, 'id' | 'customerId' | 'photo' | 'role'>;
type FoundFace = { id: string; memberId: string; photo: string | null; role: Member['role'] };

/** The part of the member store that every page with faces or loads on it reads: small, and by many ids at once. */
export const memberFaces = (members: Container, workspaceId: string) => {
  const ask = async (path: 'c.id' | 'c.customerId', ids: string[]): Promise<Stored[]> => {
    const query = {
      query: `SELECT c.id, c.customerId, c.photo, c.role FROM c WHERE c.kind = 'member' AND ARRAY_CONTAINS(@ids, ${path})`,
      parameters: [{ name: '@ids', value: ids }],
    };
    const options = { partitionKey: workspaceId, maxItemCount: 200 };
    return (await members.items.query<Stored>(query, options).fetchAll()).resources;
  };

  return {
    /** The customer record that each of these members stands behind, if any. Deleted ones are among them. */
    recordsBehind: (ids: string[]): Promise<Pick<Member, 'id' | 'customerId'>[]> => ask('c.id', ids),

    /** Of members by their own ids, and by those of the customer records they stand behind. */
    async faces(ids: string[]): Promise<FoundFace[]> {
      const [own, behind] = await Promise.all([ask('c.id', ids), ask('c.customerId', ids)]);
      const face = (id: string, { id: memberId, photo, role }: Stored): FoundFace => ({ id, memberId, photo, role });
      return [...own.map((one) => face(one.id, one)), ...behind.map((one) => face(one.customerId!, one))];
    },
  };
};
