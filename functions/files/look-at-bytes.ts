import { pictureTypes, plainBytes } from '#domain/files/file-rules.ts';
import type { StoredFile } from '#domain/files/file.ts';
import { pictureOpener } from '#functions/platform/pictures.ts';

export type Look = Pick<StoredFile, 'type' | 'picture'> & { thumbnail: Uint8Array | null };

/** A file of a few hundred kilobytes may unfold to gigabytes of pixels. */
const maxPixels = 50_000_000;
/** Of its longer side: twice what a message shows, for screens with fine pixels. */
const thumbnailPixels = 640;

/** A browser might run these: they are kept as bytes that mean nothing. */
const neverNamed = new Set(['application/xml', 'application/wasm', 'application/postscript', 'application/eps']);

/** What the bytes are, whatever the name says. Text of any kind, HTML and SVG with it, has no type of its own. */
export async function lookAt(bytes: Uint8Array): Promise<Look> {
  const type = await typeOf(bytes);
  if (!pictureTypes.has(type)) return { type, picture: null, thumbnail: null };
  const drawn = await draw(bytes);
  return drawn ? { type, ...drawn } : { type: plainBytes, picture: null, thumbnail: null };
}

async function typeOf(bytes: Uint8Array): Promise<string> {
  if (isScript(bytes)) return 'text/x-shellscript';
  const { fileTypeFromBuffer } = await import('file-type');
  const { mime = plainBytes } = (await fileTypeFromBuffer(bytes).catch(() => undefined)) ?? {};
  if (mime === 'image/apng') return 'image/png';
  return neverNamed.has(mime) ? plainBytes : mime;
}

/** "#!": the first line names the program that runs it. */
const isScript = (bytes: Uint8Array): boolean => bytes[0] === 0x23 && bytes[1] === 0x21;

/**
 * Upright, and without what a camera wrote into it, such as the place. Null for what only begins like a picture, is torn,
 * or would unfold to too much: it is kept, and never shown in the page.
 */
async function draw(
  bytes: Uint8Array,
): Promise<{ picture: { width: number; height: number }; thumbnail: Uint8Array } | null> {
  const open = await pictureOpener();
  try {
    const { autoOrient: picture } = await open(bytes, maxPixels).metadata();
    const thumbnail = await open(bytes, maxPixels)
      .autoOrient()
      .resize(thumbnailPixels, thumbnailPixels, { fit: 'inside', withoutEnlargement: true })
      .timeout({ seconds: 10 })
      .webp({ quality: 80 })
      .toBuffer();
    return { picture: { width: picture.width, height: picture.height }, thumbnail };
  } catch {
    return null;
  }
}
