import type { Area } from 'react-easy-crop';

/** Twice the largest size that is ever shown: more would only make the upload longer. */
const mostPixels = 512;

/** A part of a picture, in its own pixels, as a square JPEG. */
export async function cutOut(address: string, { x, y, width, height }: Area): Promise<Blob> {
  const image = new Image();
  image.src = address;
  await image.decode();

  const side = Math.min(mostPixels, Math.round(width));
  const canvas = document.createElement('canvas');
  canvas.width = side;
  canvas.height = side;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('The browser cannot draw');
  // A JPEG has nothing to see through; without this it would be black.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, side, side);
  context.imageSmoothingQuality = 'high';
  context.drawImage(image, x, y, width, height, 0, 0, side, side);
  return new Promise((resolve, reject) =>
    canvas.toBlob((file) => (file ? resolve(file) : reject(new Error('The picture is too large'))), 'image/jpeg', 0.92),
  );
}
