import type { Sharp } from 'sharp';
import { photoSizes, type PhotoType } from '#domain/photos/photo.ts';
import { fromStillPicture } from '#functions/platform/still-picture.ts';
import type { Pictures } from './photo-store.ts';

/** Upright and square, in each size. */
export const drawPictures = (bytes: Uint8Array, type: PhotoType): Promise<Pictures> =>
  fromStillPicture({ bytes, type }, async (open) => {
    const largest = await squareOf(open().autoOrient().flatten({ background: '#fff' }), Math.max(...photoSizes))
      .png()
      .toBuffer();
    const drawn = await Promise.all(
      photoSizes.map(async (size) => [size, await squareOf(open(largest), size).webp({ quality: 84 }).toBuffer()]),
    );
    return Object.fromEntries(drawn) as Pictures;
  });

const squareOf = (picture: Sharp, size: number): Sharp =>
  picture.resize(size, size, { fit: 'cover' }).timeout({ seconds: 10 });
