import crypto, { type BinaryLike, type ScryptOptions } from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';

type Done = (error: Error | null, key: Buffer) => void;

const { scrypt } = crypto;
const cost = 256;

/**
 * A password is as slow to hash as it has to be: a tenth of a second each, and a test of sign-ins is little else. In
 * this process alone it is hashed at a sixtieth of the cost; the product that other tests ask is not touched.
 */
function lightScrypt(
  password: BinaryLike,
  salt: BinaryLike,
  length: number,
  ...rest: [Done] | [ScryptOptions, Done]
): void {
  const [options, done] = rest.length === 1 ? [{}, rest[0]] : rest;
  scrypt(password, salt, length, { ...options, N: cost }, done);
}

// This runs before each file, and many have one process.
if (scrypt.name !== lightScrypt.name) {
  Object.assign(crypto, { scrypt: lightScrypt });
  // For whoever imports it by its name, as better-auth does.
  syncBuiltinESMExports();
}
