import type { Sharp } from 'sharp';
import { fromStillPicture } from '#functions/platform/still-picture.ts';

/** The same picture twice: for a browser, and as PDF knows it. */
export type Logo = { webp: Uint8Array; jpeg: Uint8Array };

/** Three to each point of the PDF: as fine as most printers draw. */
const most = { width: 420, height: 150 };

export const drawLogo = (bytes: Uint8Array, type: string): Promise<Logo> =>
  fromStillPicture({ bytes, type }, async (open) => {
    const small = (): Sharp =>
      open()
        .autoOrient()
        .resize({ ...most, fit: 'inside', withoutEnlargement: true })
        .timeout({ seconds: 10 });
    return {
      webp: await small().webp({ quality: 90 }).toBuffer(),
      // Paper is white.
      jpeg: await small().flatten({ background: '#fff' }).jpeg({ quality: 86, chromaSubsampling: '4:4:4' }).toBuffer(),
    };
  });
