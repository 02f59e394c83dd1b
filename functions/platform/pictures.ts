import type { Sharp, SharpOptions } from 'sharp';

type Open = (bytes: Uint8Array, maxPixels: number) => Sharp;
let opening: Promise<Open> | null = null;

/** Loaded when the first picture comes: it is the heaviest thing in the program, and most processes never need it. */
export const pictureOpener = (): Promise<Open> => (opening ??= loadOpener());

async function loadOpener(): Promise<Open> {
  const { default: sharp } = await import('sharp');
  // Of all the formats it can read, SVG and PDF among them, these are the only ones it will. What it may and may not
  // read is one setting of the whole process: who takes fewer kinds looks at the first bytes before.
  sharp.block({ operation: ['VipsForeignLoad'] });
  sharp.unblock({
    operation: [
      'VipsForeignLoadJpegBuffer',
      'VipsForeignLoadPngBuffer',
      'VipsForeignLoadWebpBuffer',
      'VipsForeignLoadNsgifBuffer',
      'VipsForeignLoadHeifBuffer',
    ],
  });
  sharp.cache(false);
  const options: SharpOptions = { failOn: 'error' };
  return (bytes, maxPixels) => sharp(bytes, { ...options, limitInputPixels: maxPixels });
}
