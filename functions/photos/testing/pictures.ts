import sharp, { type Sharp } from 'sharp';

type Colour = { r: number; g: number; b: number };
const red: Colour = { r: 200, g: 30, b: 30 };
const plain = (width: number, height: number, background: Colour = red): Sharp =>
  sharp({ create: { width, height, channels: 3, background }, limitInputPixels: false });

/** Files as people send them, and as they should not. */
export const pictures = {
  jpeg: (): Promise<Buffer> => plain(300, 400).jpeg().toBuffer(),
  png: (): Promise<Buffer> => plain(300, 400).png().toBuffer(),
  webp: (): Promise<Buffer> => plain(300, 400).webp().toBuffer(),

  /** Red above blue, as a phone held on its side stores it, with the place where it was taken. */
  fromPhone: async (): Promise<Buffer> => {
    const upright = await plain(400, 400)
      .composite([{ input: await plain(400, 200, { r: 30, g: 30, b: 200 }).png().toBuffer(), top: 200, left: 0 }])
      .png()
      .toBuffer();
    return sharp(await sharp(upright).rotate(270).png().toBuffer())
      .jpeg()
      .withMetadata({ orientation: 6 })
      .withExifMerge({
        IFD0: { Copyright: 'Dipika Sarraf' },
        IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 0/1', GPSLongitudeRef: 'W', GPSLongitude: '0/1 7/1 0/1' },
      })
      .toBuffer();
  },

  /** 100 megapixels in a few hundred kilobytes. */
  bomb: (): Promise<Buffer> => plain(10_000, 10_000).png({ compressionLevel: 9 }).toBuffer(),

  animatedWebp: async (): Promise<Buffer> => {
    const frames = await Promise.all([
      plain(40, 40).png().toBuffer(),
      plain(40, 40, { r: 0, g: 0, b: 9 }).png().toBuffer(),
    ]);
    return sharp(frames, { join: { animated: true } })
      .webp()
      .toBuffer();
  },

  /** A PNG that says it has two frames, in the chunk an animated one begins with. */
  animatedPng: async (): Promise<Buffer> => {
    const still = await plain(40, 40).png().toBuffer();
    const endOfHeader = 8 + 25;
    const control = Buffer.from('\0\0\0\u0008acTL\0\0\0\u0002\0\0\0\0\xf3\x8d\x93\x70', 'latin1');
    return Buffer.concat([still.subarray(0, endOfHeader), control, still.subarray(endOfHeader)]);
  },
};
