import { AuditEntry } from './entry.ts';

/** Where a chain ends: the last entry's place and hash. */
export type ChainEnd = { seq: number; hash: string };

/** What the first entry comes after: the chain of one workspace is worth nothing in another. */
export const beginningOf = (workspaceId: string): ChainEnd => ({ seq: 0, hash: workspaceId });

/** SHA-256, in hexadecimal, over the entry without its own hash, written in one way: names sorted, no spaces. */
export async function hashOfEntry({ hash: _, ...entry }: Record<string, unknown>): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(canonical(entry)));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const parts = Object.entries(value)
    .filter(([, part]) => part !== undefined)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, part]) => `${JSON.stringify(name)}:${canonical(part)}`);
  return `{${parts.join(',')}}`;
}

/** The entry that comes after `last`. */
export async function linkAfter<Entry extends object>(last: ChainEnd, entry: Entry) {
  const linked = { ...entry, seq: last.seq + 1, prev: last.hash };
  return { ...linked, hash: await hashOfEntry(linked) };
}

type Finding = {
  /** Entries that hold, from the first on. */
  checked: number;
  end: ChainEnd;
  /** The first entry that does not hold, or null. */
  broken: { seq: number; why: string } | null;
};

const Link = AuditEntry.pick({ seq: true, prev: true, hash: true });

/** Walks entries as they are stored, in their order, up to where the chain is said to end. */
export async function checkChain(
  workspaceId: string,
  entries: AsyncIterable<Record<string, unknown>>,
  said: ChainEnd,
): Promise<Finding> {
  let end = beginningOf(workspaceId);
  const found = (why: string): Finding => ({ checked: end.seq, end, broken: { seq: end.seq + 1, why } });
  for await (const entry of entries) {
    const link = Link.safeParse(entry);
    if (!link.success) return found('it is no entry');
    if (link.data.seq !== end.seq + 1) return found(`entry ${link.data.seq} stands in its place`);
    if (link.data.prev !== end.hash) return found('it does not follow the entry before it');
    if (link.data.hash !== (await hashOfEntry(entry))) return found('its content is not what was written');
    end = { seq: link.data.seq, hash: link.data.hash };
  }
  if (said.seq !== end.seq || said.hash !== end.hash) return found('it is missing: the chain is said to go on');
  return { checked: end.seq, end, broken: null };
}
