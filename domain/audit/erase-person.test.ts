import { describe, expect, test } from 'vitest';
import { beginningOf, checkChain, linkAfter } from './chain.ts';
import { AuditEntry, AuditNote } from './entry.ts';
import { type Erased, type StoredEntry, withoutPerson } from './erase-person.ts';

const ada: Erased = { memberId: 'ada', ids: ['ada', 'account', 'record'], name: 'Ada Holm', email: 'ada@example.com' };
const ines = { memberId: 'ines', name: 'Ines Halvorsen' };
const byAda = { memberId: 'ada', name: 'Ada Holm' };
const at = '2026-11-20T09:00:00.000Z';

async function chainOf(notes: AuditNote[]): Promise<StoredEntry[]> {
  const entries: StoredEntry[] = [];
  for (const note of notes) {
    const entry = { ...AuditNote.parse(note), at };
    entries.push(await linkAfter(entries.at(-1) ?? beginningOf('shop'), entry));
  }
  return entries;
}

async function check(entries: StoredEntry[]) {
  async function* walk() {
    yield* entries;
  }
  return (await checkChain('shop', walk(), entries.at(-1)!)).broken;
}

const notes: AuditNote[] = [
  { action: 'signed-in', by: byAda, detail: { way: 'password', device: 'Chrome on Windows' }, address: '10.1.2.3' },
  { action: 'sign-in-failed', by: null, on: { kind: 'account', id: '?', name: ada.email }, address: '10.1.2.4' },
  { action: 'member-verified', by: ines, on: { kind: 'member', id: 'ada', name: 'Ada Holm' }, address: '10.9.9.9' },
  { action: 'customer-assigned', by: ines, on: { kind: 'customer', id: 'c2', name: 'Bo' }, detail: { to: 'Ada Holm' } },
  {
    action: 'email-changed',
    by: byAda,
    on: { kind: 'member', id: 'ada', name: 'Ada Holm' },
    detail: { from: 'old@example.com', to: ada.email },
  },
  {
    action: 'role-changed',
    by: ines,
    on: { kind: 'member', id: 'ada', name: 'Ada Holm' },
    detail: { from: 'employee', to: 'manager' },
  },
  {
    action: 'member-suspended',
    by: ines,
    on: { kind: 'member', id: 'ada', name: 'Ada Holm' },
    detail: { reason: 'Ada owes us' },
  },
  { action: 'signed-out', by: ines, address: '10.9.9.9' },
];

describe('Q47 R15 somebody who is erased', () => {
  test('is in no entry, what was done stays, and the chain holds', async () => {
    const before = await chainOf(notes);
    const after = before.map((entry) => withoutPerson(entry, ada));
    for (const word of ['Ada', 'ada@', 'old@', '10.1.2', 'Chrome']) expect(JSON.stringify(after)).not.toContain(word);
    expect(await check(before)).toBeNull();
    expect(await check(after)).toBeNull();
    expect(after.map(({ action, by }) => [action, by?.memberId])).toEqual(
      before.map(({ action, by }) => [action, by?.memberId]),
    );
    expect(after[5]?.detail).toEqual({ from: 'employee', to: 'manager' });
    expect(after[2]).toMatchObject({ by: ines, address: '10.9.9.9' });
    for (const entry of after) expect(AuditEntry.safeParse(entry).success).toBe(true);
  });

  test('leaves entries of others as they are, and a second time changes nothing', async () => {
    const after = (await chainOf(notes)).map((entry) => withoutPerson(entry, ada));
    expect(withoutPerson(after[7]!, ada)).toBe(after[7]);
    expect(after[7]?.veil.salt).not.toBeNull();
    for (const entry of after) expect(withoutPerson(entry, ada)).toBe(entry);
  });
});

describe('F088 what was taken off cannot be used to change an entry', () => {
  const cases: [string, (entry: StoredEntry) => StoredEntry][] = [
    ['another name', (entry) => ({ ...entry, by: { ...entry.by!, name: 'Somebody else' } })],
    [
      'another member, without names',
      (entry) => ({ ...entry, by: { memberId: 'ines', name: 'Deleted user' }, veil: { ...entry.veil, salt: null } }),
    ],
    [
      'another action, without names',
      (entry) => ({ ...entry, action: 'signed-out', veil: { ...entry.veil, salt: null } }),
    ],
    [
      'another way, without names',
      (entry) => ({ ...entry, detail: { way: 'code' }, veil: { ...entry.veil, salt: null } }),
    ],
    ['another digest', (entry) => ({ ...entry, veil: { salt: null, digest: '0'.repeat(64) } })],
  ];
  test.each(cases)('%s breaks the chain', async (_, change) => {
    const [first, ...rest] = await chainOf(notes);
    expect(await check([change(first!), ...rest])).toMatchObject({ seq: 1 });
  });
});
