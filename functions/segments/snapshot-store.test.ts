import { expect, test } from 'vitest';
import { payersOf, withMeasures } from '#domain/segments/payers.ts';
import { make } from '#functions/testing/make.ts';
import { withCrm } from '#functions/testing/with-crm.ts';
import { decode, encode } from './payers-bytes.ts';

const someone = make.measures({ lastPaidOn: '1969-12-31', frequency: 3, monetary: 2 ** 40, bornOn: '1931-05-06' });
const payers = withMeasures(
  payersOf(0),
  new Map(['a', 'b', 'c'].map((first) => [crypto.randomUUID().replace(/^./, first), someone])),
);

test('payers are the same after a round trip, wherever the bytes lie', () => {
  const bytes = encode(payers, 7);
  const odd = Buffer.concat([Buffer.from('x'), bytes]).subarray(1);
  expect(decode(odd)).toEqual({ payers, version: 7 });
  expect(decode(encode(payersOf(0), 0))).toEqual({ payers: payersOf(0), version: 0 });
});

test('bytes that were cut off are no snapshot', () => {
  expect(() => decode(encode(payers, 1).subarray(0, -1))).toThrow('not a snapshot');
  expect(() => decode(Buffer.from('{}'))).toThrow('not a snapshot');
});

test(
  'of two who read the same snapshot one replaces it, also the first one',
  withCrm(async (crm) => {
    const { segments } = crm.system();
    for (const version of [1, 2]) {
      const read = await segments.snapshot();
      expect(read.version).toBe(version - 1);
      const writes = [1, 2].map(() => segments.replaceSnapshot({ ...read, payers, version }));
      expect((await Promise.all(writes)).filter(Boolean)).toHaveLength(1);
    }
    expect(await segments.snapshot()).toMatchObject({ payers, version: 2 });
  }),
);
