import { randomBytes, randomInt, scrypt } from 'node:crypto';
import { promisify } from 'node:util';
import { plainRecoveryCode, recoveryCodeCount } from '#domain/factors/factor.ts';
import { pepperedHashOf } from '#functions/accounts/secrets.ts';

/** Without letters and digits that look alike: 49 bits in ten of them. */
const letters = 'abcdefghjkmnpqrstuvwxyz23456789';
const codeLength = 10;

export type KeptCodes = { salt: string; hashes: string[] };

const derive = promisify<string, string, number, Buffer>(scrypt);

/** Slow and salted like a password: a code is short enough to be written down. */
const hashOfCode = async (code: string, salt: string): Promise<string> =>
  (await derive(pepperedHashOf('recovery-code', plainRecoveryCode(code)), salt, 32)).toString('base64url');

const newCode = (): string => {
  const code = Array.from({ length: codeLength }, () => letters[randomInt(letters.length)]).join('');
  return `${code.slice(0, 5)}-${code.slice(5)}`;
};

export async function newRecoveryCodes(): Promise<{ codes: string[]; kept: KeptCodes }> {
  const codes = Array.from({ length: recoveryCodeCount }, newCode);
  const salt = randomBytes(16).toString('base64url');
  return { codes, kept: { salt, hashes: await Promise.all(codes.map((code) => hashOfCode(code, salt))) } };
}

/** What is kept once the code is used; null when it is none of them. */
export async function withoutCode({ salt, hashes }: KeptCodes, code: string): Promise<KeptCodes | null> {
  const used = await hashOfCode(code, salt);
  return hashes.includes(used) ? { salt, hashes: hashes.filter((hash) => hash !== used) } : null;
}
