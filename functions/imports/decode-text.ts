import { refuseFile } from './refuse-file.ts';

const marks = [
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
];

// Neither stands in a text: they come from a picture, a program, or an encoding that was not recognised.
const noText = /[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffe\uffff]/;

/** The text of a file: by its byte order mark, else UTF-8, else Windows-1252, which old Excel writes. */
export function decodeText(bytes: Uint8Array): string {
  const mark = marks.find((known) => known.bytes.every((byte, at) => bytes[at] === byte));
  const text = mark ? decode(bytes, mark.encoding) : (decode(bytes, 'utf-8') ?? decode(bytes, 'windows-1252'));
  if (text === null || noText.test(text)) {
    throw refuseFile('This is not a text file that can be read. Please save it as CSV in UTF-8, or as XLSX.');
  }
  return text;
}

function decode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
