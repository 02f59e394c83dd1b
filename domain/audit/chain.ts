import * as z from 'zod';
import { canonical, sha256 } from './digest.ts';
import { AuditEntry } from './entry.ts';
import { digestOf, openPart, veilOf } from './veil.ts';

/** Where a chain ends: the last entry's place and hash. */
export type ChainEnd = { seq: number; hash: string };

/** What the first entry comes after: the chain of one workspace is worth nothing in another. */
export const beginningOf = (workspaceId: string): ChainEnd => ({ seq: 0, hash: workspaceId });

/** Over the entry without its own hash; over what it says of people by a digest, which stays when that is taken off. */
const hashOfEntry = (entry: Record<string, unknown>): Promise<string> => sha256(canonical(openPart(entry)));

/** The entry that comes after `last`. */
export async function linkAfter<Entry extends object>(last: ChainEnd, entry: Entry) {
  const veil = await veilOf(entry as Record<string, unknown>);
  const linked = { ...entry, seq: last.seq + 1, prev: last.hash, veil };
  return { ...linked, hash: await hashOfEntry(linked) };
}

type Finding = {
  /** Entries that hold, from the first on. */
  checked: number;
  end: ChainEnd;
  /** The first entry that does not hold, or null. */
  broken: { seq: number; why: string } | null;
};

const Link = AuditEntry.pick({ seq: true, prev: true, hash: true }).extend({
  veil: z.object({ salt: z.string().nullable(), digest: z.string() }),
});

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
    const { salt, digest } = link.data.veil;
    const isUnveiled = salt === null || digest === (await digestOf(entry, salt));
    if (!isUnveiled || link.data.hash !== (await hashOfEntry(entry)))
      return found('its content is not what was written');
    end = { seq: link.data.seq, hash: link.data.hash };
  }
  if (said.seq !== end.seq || said.hash !== end.hash) return found('it is missing: the chain is said to go on');
  return { checked: end.seq, end, broken: null };
}
