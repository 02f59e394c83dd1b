import { pictures } from '#functions/photos/testing/pictures.ts';
import { deflateRawSync } from 'node:zlib';

const latin = (text: string): Buffer => Buffer.from(text, 'latin1');

const script = '<script>alert(1)</script>';

/** A zip with one entry, packed as small as it gets. */
function zipOf(name: string, content: Buffer): Buffer {
  const packed = deflateRawSync(content, { level: 9 });
  const head = Buffer.alloc(26);
  head.writeUInt16LE(20, 0);
  head.writeUInt16LE(8, 4);
  head.writeUInt32LE(packed.length, 14);
  head.writeUInt32LE(content.length, 18);
  head.writeUInt16LE(name.length, 22);
  return Buffer.concat([latin('PK\u0003\u0004'), head, latin(name), packed]);
}

/** Files as people send them, and as they should not. */
export const samples = {
  ...pictures,
  pdf: (): Buffer => latin(`%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\n${'x'.repeat(200)}\n%%EOF`),
  text: (): Buffer => Buffer.from('Ring, size N.\nIn 585 gold.'),
  html: (): Buffer => latin(`<!doctype html><html><body>${script}</body></html>`),
  svg: (): Buffer =>
    latin(`<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">${script}</svg>`),
  zip: (): Buffer => zipOf('prices.csv', latin('a,b\n1,2\n')),
  zipBomb: (): Buffer => zipOf('zeros', Buffer.alloc(20_000_000)),
  gif: (): Buffer => Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64'),
  /** Begins like a GIF and is a page to whoever reads it as one. */
  gifAndPage: (): Buffer => latin(`GIF89a/*${'\0'.repeat(20)}*/=1;${script}`),
  pdfAndPage: (): Buffer => latin(`%PDF-1.4\n<html>${script}</html>\n%%EOF`),
  program: (): Buffer => latin(`MZ\x90\0${'\0'.repeat(200)}PE\0\0`),
  linuxProgram: (): Buffer => latin(`\x7fELF\u0002\u0001\u0001${'\0'.repeat(200)}`),
  shellScript: (): Buffer => latin('#!/bin/sh\nrm -rf ~\n'),
};
