import sharp from 'sharp';

/** A picture that may be uploaded. */
export async function aPhoto(): Promise<Blob> {
  const create = { width: 64, height: 64, channels: 3, background: { r: 30, g: 90, b: 160 } } as const;
  const png = await sharp({ create }).png().toBuffer();
  return new Blob([new Uint8Array(png)], { type: 'image/png' });
}
