import { describe, expect, test } from 'vitest';
import { clientAddressIn, networkOf } from './client-address.ts';

describe('the address of a client is the right-most hop, without its port', () => {
  test.each([
    [null, '127.0.0.1'],
    ['203.0.113.7', '203.0.113.7'],
    ['203.0.113.7:50123', '203.0.113.7'],
    ['198.51.100.1, 203.0.113.7:50123', '203.0.113.7'],
    ['a planted word, 198.51.100.1,203.0.113.7', '203.0.113.7'],
    ['[2001:db8::1]:443', '2001:db8::1'],
    ['[2001:db8::1]', '2001:db8::1'],
    ['2001:db8::1', '2001:db8::1'],
  ])('%j', (forwarded, address) => {
    expect(clientAddressIn(new Headers(forwarded === null ? {} : { 'x-forwarded-for': forwarded }))).toBe(address);
  });
});

test.each([
  ['203.0.113.7', '203.0.113.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:db8:1:2::9', '2001:db8:1:2::/64'],
  ['2001:0DB8:0001:0002::9', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
])('%s is counted as %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});
