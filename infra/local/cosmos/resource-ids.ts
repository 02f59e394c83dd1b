/** Resource ids look like the service's: 4 bytes for the database, 4 for the container, 8 for the document. */
const inBase64 = (bytes: Buffer): string => bytes.toString('base64').replaceAll('/', '-');

export function databaseRid(database: number): string {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(database);
  return inBase64(bytes);
}

function containerBytes(database: number, container: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  bytes.writeUInt32BE(database);
  // The highest bit tells a container from a user.
  bytes.writeUInt32BE(container + 0x80000000, 4);
  return bytes;
}

export const containerRid = (database: number, container: number): string =>
  inBase64(containerBytes(database, container, 8));

export function documentRid(database: number, container: number, row: number): string {
  const bytes = containerBytes(database, container, 16);
  bytes.writeBigUInt64LE(BigInt(row), 8);
  return inBase64(bytes);
}

/** A change has one log sequence number, so it makes the ETag; the quotes belong to it. */
export const etagOf = (lsn: number, seconds: number): string =>
  `"${lsn.toString(16).padStart(8, '0')}-0000-0000-0000-${seconds.toString(16).padStart(12, '0')}"`;
