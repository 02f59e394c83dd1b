import type { Face } from '#domain/photos/photo.ts';
import type { Work } from '#functions/work.ts';

/** A customer sees the faces of the business, and their own. */
export async function listFaces({ members, caller }: Work, ids: string[]): Promise<{ items: Face[] }> {
  const faces = await members.faces(ids);
  const isShown = ({ memberId, role }: (typeof faces)[number]): boolean =>
    caller.role !== 'customer' || role !== 'customer' || memberId === caller.memberId;
  return { items: faces.filter(isShown).map(({ id, memberId, photo }) => ({ id, memberId, photo })) };
}
