import * as z from 'zod';
import { Id } from '#domain/kernel/ids.ts';

/** Whose it is, and a random part: it cannot be guessed, and another picture has another name. */
export const PhotoName = z.string().regex(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}-[\w-]{22}$/);

/** In pixels, square. */
export const photoSizes = [48, 96, 256] as const;
export type PhotoSize = (typeof photoSizes)[number];
export const PhotoSizeText = z.enum(['48', '96', '256']);

/** What may be uploaded. Whatever comes is decoded and encoded again as WebP. */
export const photoTypes = ['image/jpeg', 'image/png', 'image/webp'] as const;
export type PhotoType = (typeof photoTypes)[number];
export const maxPhotoBytes = 5 * 1024 * 1024;
/** A file of a few hundred kilobytes may unfold to gigabytes of pixels. */
export const maxPhotoPixels = 50_000_000;

/** The picture of one id that was asked for: of a member, or of the customer record behind one. */
export const Face = z.object({ id: Id, memberId: Id, photo: PhotoName.nullable() }).meta({ id: 'Face' });
export type Face = z.infer<typeof Face>;
