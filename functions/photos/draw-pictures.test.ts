import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import type { PhotoType } from '#domain/photos/photo.ts';
import { refusalOf } from '#functions/testing/refusal.ts';
import { drawPictures } from './draw-pictures.ts';
import { pictures } from './testing/pictures.ts';

const kinds = [
  ['image/jpeg', pictures.jpeg],
  ['image/png', pictures.png],
  ['image/webp', pictures.webp],
] as const;

test.each(kinds)('F136 a picture of the kind %s becomes three small squares of WebP', async (type, picture) => {
  const drawn = await drawPictures(await picture(), type);
  for (const [size, bytes] of Object.entries(drawn)) {
    const { format, width, height } = await sharp(bytes).metadata();
    expect([format, width, height]).toEqual(['webp', Number(size), Number(size)]);
    expect(bytes.byteLength).toBeLessThan(20_000);
  }
  expect(Object.keys(drawn)).toEqual(['48', '96', '256']);
});

test('a photo taken with the phone on its side stands upright, and does not tell where it was taken', async () => {
  const taken = await pictures.fromPhone();
  expect((await sharp(taken).metadata()).exif?.includes('Dipika')).toBe(true);
  const { 256: shown } = await drawPictures(taken, 'image/jpeg');
  const { exif, xmp, iptc, orientation } = await sharp(shown).metadata();
  expect({ exif, xmp, iptc, orientation }).toEqual({});
  const { data, info } = await sharp(shown).raw().toBuffer({ resolveWithObject: true });
  const colourAt = (x: number, y: number): string => {
    const [red = 0, , blue = 0] = data.subarray((y * info.width + x) * info.channels);
    return red > blue ? 'red' : 'blue';
  };
  expect([colourAt(128, 10), colourAt(10, 100), colourAt(128, 245), colourAt(245, 160)]).toEqual([
    'red',
    'red',
    'blue',
    'blue',
  ]);
});

/** What every virus scanner takes for a virus. */
const virus = 'X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*';

test.each(kinds)(
  'ASVS 5.4.3 what hides behind a picture of the kind %s is not in what is kept',
  async (type, picture) => {
    const infected = Buffer.concat([await picture(), Buffer.from(virus)]);
    for (const kept of Object.values(await drawPictures(infected, type)))
      expect(Buffer.from(kept).toString('latin1')).not.toContain('EICAR');
  },
);

const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>';
const gif = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');
const half = async (): Promise<Buffer> => (await pictures.jpeg()).subarray(0, 900);
const torn = async (): Promise<Buffer> => {
  const whole = await pictures.png();
  return whole.subarray(0, whole.length - 200);
};

describe('ASVS 5.2.2 what is not such a picture is refused, whatever it is called', () => {
  test.each<[string, PhotoType, () => Promise<Uint8Array>]>([
    ['nothing', 'image/png', async () => new Uint8Array()],
    ['an SVG', 'image/png', async () => Buffer.from(svg)],
    ['an HTML page', 'image/jpeg', async () => Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['a GIF', 'image/png', async () => gif],
    ['a PNG that is said to be a JPEG', 'image/jpeg', pictures.png],
    ['an SVG behind the first bytes of a JPEG', 'image/jpeg', async () => Buffer.from(`\xff\xd8\xff${svg}`, 'latin1')],
    ['only the first bytes of a WebP', 'image/webp', async () => Buffer.from('RIFF\0\0\0\0WEBP')],
    ['half a JPEG', 'image/jpeg', half],
    ['a PNG without its end', 'image/png', torn],
    ['an animated WebP', 'image/webp', pictures.animatedWebp],
    ['an animated PNG', 'image/png', pictures.animatedPng],
    ['ASVS 5.2.6 a hundred megapixels', 'image/png', pictures.bomb],
  ])('%s', async (_, type, file) => {
    expect(await refusalOf(drawPictures(await file(), type))).toMatchObject({
      status: 400,
      type: '/problems/bad-picture',
      detail: expect.any(String),
    });
  });
});
