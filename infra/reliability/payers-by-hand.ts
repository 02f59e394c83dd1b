export type Payer = {
  id: string;
  firstPaidOn: string;
  lastPaidOn: string;
  days: number;
  frequency: number;
  monetary: number;
  market: number | null;
  bornOn: string | null;
};

const headBytes = 16;
const versionAt = 4;

/** The snapshot as its format is told, number by number, of version 0. */
export function payersByHand(payers: readonly Payer[]): Buffer {
  const sorted = payers.toSorted((one, other) => (one.id < other.id ? -1 : 1));
  const words = [2, 0, sorted.length, 0].map(unsigned);
  return Buffer.concat([
    ...words,
    ...sorted.map(({ monetary }) => double(monetary)),
    ...sorted.map(({ market }) => double(market ?? NaN)),
    ...sorted.map(({ firstPaidOn }) => day(firstPaidOn)),
    ...sorted.map(({ lastPaidOn }) => day(lastPaidOn)),
    ...sorted.map(({ bornOn }) => (bornOn === null ? signed(-2_147_483_648) : day(bornOn))),
    ...sorted.map(({ frequency }) => unsigned(frequency)),
    ...sorted.map(({ days }) => unsigned(days)),
    ...sorted.map(({ id }) => Buffer.from(id.replaceAll('-', ''), 'hex')),
  ]);
}

/** A kept snapshot's version, and its bytes as if it were of version 0. */
export function withoutVersion(bytes: Buffer): { version: number; payers: Buffer } {
  if (bytes.length < headBytes) throw new Error('This is no snapshot');
  const payers = Buffer.from(bytes);
  payers.writeUInt32LE(0, versionAt);
  return { version: bytes.readUInt32LE(versionAt), payers };
}

function unsigned(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function signed(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32LE(value);
  return bytes;
}

const day = (text: string): Buffer => signed(Date.parse(`${text}T00:00:00Z`) / 86_400_000);

function double(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleLE(value);
  return bytes;
}
