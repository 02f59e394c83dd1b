import type { Me } from '#domain/members/member.ts';
import type { PhotoType } from '#domain/photos/photo.ts';
import { takeTry } from '#functions/accounts/tries.ts';
import { readMe } from '#functions/members/read-me.ts';
import { rewriteMember } from '#functions/profile/rewrite-member.ts';
import type { Work } from '#functions/work.ts';
import { drawPictures } from './draw-pictures.ts';

/** Drawing one takes a processor for a moment: nobody gets it for themselves. */
const photoChanges = { purpose: 'photo-changes', most: 30, windowSeconds: 3600 };

const longAgoMs = 3_600_000;

/** The new picture is stored whole before anybody is told its name, and the old one goes after that. */
export async function changePhoto(work: Work, { bytes, type }: { bytes: Uint8Array; type: string }): Promise<Me> {
  const { photos, caller } = work;
  await takeTry(work, photoChanges, caller.accountId);
  const pictures = await drawPictures(bytes, type as PhotoType);
  const photo = photos.newName(caller.memberId);
  await photos.keep(photo, pictures);
  return showPhoto(work, photo);
}

export const removePhoto = (work: Work): Promise<Me> => showPhoto(work, null);

async function showPhoto(work: Work, photo: string | null): Promise<Me> {
  const { caller, live, audit, address } = work;
  const by = { memberId: caller.memberId, name: caller.name };
  const { before, member } = await rewriteMember(work, caller.memberId, (one) => ({ ...one, photo }));
  await audit.add({ action: 'photo-changed', by, on: { kind: 'member', id: member.id, name: member.name }, address });
  await forget(work, { earlier: before.photo, keep: photo });
  await live.toWorkspace({ kind: 'member.changed', memberId: member.id });
  return readMe(work);
}

/** Nobody sees the earlier one any more. What a change that was cut off has left goes with it, once it is surely that. */
async function forget(
  { photos, caller, now, report }: Work,
  { earlier, keep }: { earlier: string | null; keep: string | null },
): Promise<void> {
  try {
    if (earlier !== null) await photos.remove(earlier);
    await photos.removeOthers(caller.memberId, { keep, before: new Date(now().getTime() - longAgoMs) });
  } catch (error) {
    report(error);
  }
}
