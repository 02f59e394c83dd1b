import { deletedName } from '#domain/profile/profile.ts';
import type { AuditAction, AuditEntry, AuditFact } from './entry.ts';
import { personalFacts, type Veil } from './veil.ts';

export type StoredEntry = AuditEntry & { veil: Veil };

/** `ids`: of the member, the account, the customer records and the invitation. */
export type Erased = { memberId: string; ids: readonly string[]; name: string; email: string };

/**
 * The entry without who somebody was: the same when it says nothing of them. What was done, when and by which member
 * stays, and so does its place in the chain.
 */
export function withoutPerson(entry: StoredEntry, person: Erased): StoredEntry {
  const { action, by, on, detail, address } = entry;
  const didIt = by?.memberId === person.memberId;
  const isAbout = on !== null && (person.ids.includes(on.id) || on.name === person.email);
  const next = {
    ...entry,
    by: by && didIt ? { ...by, name: deletedName } : by,
    on: on && isAbout ? { ...on, name: deletedName } : on,
    detail: Object.fromEntries(
      Object.entries(detail).flatMap(([fact, text]) => {
        if (!personalFacts.includes(fact as AuditFact)) return [[fact, text]];
        return (didIt || isAbout) && isGone(fact, action) ? [] : [[fact, nameless(text, person)]];
      }),
    ),
    // Of a failed try to sign in nobody knows whose network it was: it may have been theirs.
    address: didIt || (by === null && isAbout) ? null : address,
  };
  if (JSON.stringify(next) === JSON.stringify(entry)) return entry;
  return { ...next, veil: { ...entry.veil, salt: null } };
}

/** An address they had before is theirs too; of a role, or of another person, `from` and `to` are not. */
const isGone = (fact: string, action: AuditAction): boolean =>
  ['device', 'email', 'reason'].includes(fact) || action === 'email-changed' || action === 'email-change-asked';

const nameless = (text: string, { name, email }: Erased): string =>
  text.replaceAll(email, deletedName).replaceAll(name, deletedName);
