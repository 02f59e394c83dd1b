import { createHash } from 'node:crypto';

/** The same id for the same words (a UUIDv8): what may exist once is created once, whoever repeats it. */
export function derivedId(...words: string[]): string {
  const bytes = createHash('sha256').update(JSON.stringify(words)).digest().subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x80;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** Whether an id could be one of those: what a browser makes is none. */
export const isDerivedId = (id: string): boolean => id[14] === '8';
