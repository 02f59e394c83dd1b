import { canonical, sha256 } from './digest.ts';
import type { AuditFact } from './entry.ts';

type Entry = Record<string, unknown>;

/**
 * What an entry says of people stands in its hash under a digest with a salt, so that it can be taken off when somebody
 * is erased and the chain holds: without the salt nobody guesses what it was. Then `salt` is null.
 */
export type Veil = { salt: string | null; digest: string };

/** Facts in which a name, an address or what somebody wrote may stand. */
export const personalFacts: readonly AuditFact[] = ['device', 'email', 'from', 'reason', 'task', 'to'];

const isPersonal = (fact: string): boolean => personalFacts.some((known) => known === fact);
const facts = (detail: unknown, wanted: (fact: string) => boolean): Entry =>
  Object.fromEntries(Object.entries((detail ?? {}) as Entry).filter(([fact]) => wanted(fact)));
const without = (value: unknown, name: string): unknown =>
  value && Object.fromEntries(Object.entries(value as Entry).filter(([key]) => key !== name));
const nameIn = (value: unknown): unknown => (value as { name?: unknown } | null | undefined)?.name;

/** What was done, to what, when and by which member: it never changes. */
export const openPart = ({ hash: _, address: __, veil, by, on, detail, ...rest }: Entry): Entry => ({
  ...rest,
  by: without(by, 'name'),
  on: without(on, 'name'),
  detail: facts(detail, (fact) => !isPersonal(fact)),
  veil: (veil as Veil | undefined)?.digest,
});

export const digestOf = ({ by, on, detail, address }: Entry, salt: string): Promise<string> =>
  sha256(canonical({ salt, by: nameIn(by), on: nameIn(on), detail: facts(detail, isPersonal), address }));

export async function veilOf(entry: Entry): Promise<Veil> {
  const salt = Array.from(crypto.getRandomValues(new Uint8Array(16)), hex).join('');
  return { salt, digest: await digestOf(entry, salt) };
}

const hex = (byte: number): string => byte.toString(16).padStart(2, '0');
