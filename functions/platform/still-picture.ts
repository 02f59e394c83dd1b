import type { Sharp } from 'sharp';
import { ProblemError, problems } from '#domain/kernel/problem.ts';
import { maxPhotoPixels, type PhotoType } from '#domain/photos/photo.ts';
import { pictureOpener } from './pictures.ts';

/**
 * Decodes a picture that was sent, for `draw` to draw it anew: nothing of the file itself is kept, so neither is what
 * may be hidden in it, nor where it was taken. What is no still picture of this type is refused with its reason.
 */
export async function fromStillPicture<Drawn>(
  { bytes, type }: { bytes: Uint8Array; type: string },
  draw: (open: (picture?: Uint8Array) => Sharp) => Promise<Drawn>,
): Promise<Drawn> {
  if (!begins[type as PhotoType](Buffer.from(bytes)))
    throw problems.badPicture('This is not the kind of picture its name says.');
  const openAny = await pictureOpener();
  const open = (picture = bytes): Sharp => openAny(picture, maxPhotoPixels);
  try {
    const { pages = 1, width, height } = await open().metadata();
    if (width * height > maxPhotoPixels) throw problems.badPicture('It has more than 50 megapixels.');
    if (pages > 1 || isAnimatedPng(Buffer.from(bytes)))
      throw problems.badPicture('Please choose one that does not move.');
    return await draw(open);
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    throw problems.badPicture('It is damaged, or not a picture at all.');
  }
}

const pngStart = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** The first bytes of each kind: what a file is named, and what the browser says about it, is only a claim. */
const begins: Record<PhotoType, (bytes: Buffer) => boolean> = {
  'image/jpeg': (bytes) => bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff])),
  'image/png': (bytes) => bytes.subarray(0, 8).equals(pngStart),
  'image/webp': (bytes) =>
    bytes.subarray(0, 4).toString('latin1') === 'RIFF' && bytes.subarray(8, 12).toString('latin1') === 'WEBP',
};

/** The decoder sees only the first frame of one; what says that there are more stands before it. */
const isAnimatedPng = (bytes: Buffer): boolean =>
  bytes.subarray(0, 8).equals(pngStart) && bytes.subarray(0, Math.max(0, bytes.indexOf('IDAT'))).includes('acTL');
