import { photoTypes } from '#domain/photos/photo.ts';

/** What the server would refuse, said before anything is sent; null when nothing is wrong. */
export async function whatIsWrongWith(file: File, maxBytes: number): Promise<string | null> {
  if (!photoTypes.some((type) => type === file.type)) return 'Please choose a JPEG, PNG or WebP picture.';
  if (file.size > maxBytes) return `This picture is larger than ${Math.floor(maxBytes / 1_000_000)} MB.`;
  try {
    (await createImageBitmap(file)).close();
    return null;
  } catch {
    return 'This picture is damaged, or not a picture at all.';
  }
}
