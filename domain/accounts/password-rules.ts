import { commonPasswords } from './common-passwords.ts';

/** What the person and the product are called: who guesses, begins with these. */
export type PasswordContext = { email?: string; name?: string; businessName?: string };

/** Why a password of allowed length is not taken, as a sentence; null when it is. */
export function weaknessOf(password: string, context: PasswordContext = {}): string | null {
  if (isCommon(password)) return 'This password is one of the most common ones. Please choose another.';
  if (isMadeOf(password, context)) {
    return 'This is a name or an address that others know, with digits at most. Please choose another password.';
  }
  return null;
}

let common: Set<string> | undefined;
function isCommon(password: string): boolean {
  common ??= new Set(commonPasswords.trim().split('\n'));
  return common.has(password.toLowerCase());
}

/** Digits and signs around a word are the first that are tried with it. */
const lettersOf = (text: string): string => text.toLowerCase().replace(/[^\p{L}]/gu, '');
const shortestWord = 3;

function isMadeOf(password: string, { email = '', name = '', businessName = '' }: PasswordContext): boolean {
  const said = [email.split('@')[0]!, name, businessName];
  const words = [...said, ...said.flatMap((text) => text.split(/[^\p{L}]+/u)), 'starone', 'starone crm']
    .map(lettersOf)
    .filter((word) => word.length >= shortestWord);
  const letters = lettersOf(password);
  return words.some((word) => letters === word || letters === word + word);
}
