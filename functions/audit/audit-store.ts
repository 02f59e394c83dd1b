import * as z from 'zod';
import { linkAfter } from '#domain/audit/chain.ts';
import { AuditEntry, AuditNote } from '#domain/audit/entry.ts';
import { type Erased, type StoredEntry, withoutPerson } from '#domain/audit/erase-person.ts';
import { runBatch } from '#functions/platform/batch.ts';
import { container } from '#functions/platform/cosmos.ts';
import { type Condition, filterOf, where } from '#functions/platform/list-query.ts';
import { chainDocuments } from './chain-documents.ts';

const audit = container('audit');
const Stored = z.object({ entry: AuditEntry });
type StoredDocument = { id: string; _etag: string; entry: StoredEntry };
const monthOf = (moment: string): string => moment.slice(0, 7);

type Asked = {
  conditions?: Condition[];
  /** Entries of this moment and later; older months are not looked at. */
  since?: string | undefined;
  /** Entries before this one; the newest first without it. */
  before?: number | undefined;
  limit: number;
};

/** Who did what in one workspace. Entries are added and read; there is no way to remove one, or to change what was done. */
export const auditStore = (workspaceId: string, now: () => Date = () => new Date()) => {
  const documents = chainDocuments(workspaceId);

  return {
    /** Adds an entry to the chain; of many at the same moment each gets its own place. */
    async add(given: AuditNote): Promise<AuditEntry> {
      const note = AuditNote.parse(given);
      for (;;) {
        const at = now().toISOString();
        const chain = await documents.chain();
        const month = chain?.months.at(-1);
        const head = month === undefined ? null : await documents.headOf(month);
        if (!chain || month === undefined || head?.next || month < monthOf(at)) {
          await documents.open(chain, monthOf(at));
          continue;
        }

        const entry = await linkAfter(head ?? (await documents.endBefore(chain)), { ...note, at });
        const body = documents.headBody(month, entry);
        const stored = { entry, id: String(entry.seq), kind: 'entry', workspaceId, month };
        const outcome = await runBatch(
          audit,
          [
            head
              ? { operationType: 'Replace', id: 'head', resourceBody: body, ifMatch: head._etag }
              : { operationType: 'Create', resourceBody: body },
            { operationType: 'Create', resourceBody: stored },
          ],
          [workspaceId, month],
        );
        if (outcome === 'done') return entry;
      }
    },

    /** The newest first, month after month; fewer than `limit` only when there are no more. */
    async newest({
      conditions = [],
      since = '',
      before = Number.MAX_SAFE_INTEGER,
      limit,
    }: Asked): Promise<AuditEntry[]> {
      const months = ((await documents.chain())?.months ?? []).filter((month) => month >= monthOf(since));
      const found: AuditEntry[] = [];
      for (const month of months.toReversed()) {
        const { text, parameters } = filterOf([
          where`c.kind = 'entry' AND c.entry.seq < ${before} AND c.entry.at >= ${since}`,
          ...conditions,
        ]);
        const query = { query: `SELECT * FROM c ${text} ORDER BY c.entry.seq DESC`, parameters };
        const options = { partitionKey: [workspaceId, month], maxItemCount: limit };
        const pages = audit.items.query<object>(query, options);
        while (found.length < limit && pages.hasMoreResults()) {
          const { resources } = await pages.fetchNext();
          found.push(...(resources ?? []).map((stored) => Stored.parse(stored).entry));
        }
        if (found.length >= limit) break;
      }
      return found.slice(0, limit);
    },

    /** Takes off every entry who somebody was; nothing else of an entry ever changes. Safe to repeat. */
    async erasePerson(person: Erased): Promise<void> {
      for (const month of (await documents.chain())?.months ?? []) {
        const options = { partitionKey: [workspaceId, month], maxItemCount: 1000 };
        const pages = audit.items.query<StoredDocument>(`SELECT * FROM c WHERE c.kind = 'entry'`, options);
        for await (const { resources } of pages.getAsyncIterator())
          for (const { entry, id, _etag } of resources) {
            const next = withoutPerson(entry, person);
            const accessCondition = { type: 'IfMatch', condition: _etag };
            const stored = { entry: next, id, kind: 'entry', workspaceId, month };
            if (next !== entry) await audit.item(id, [workspaceId, month]).replace(stored, { accessCondition });
          }
      }
    },
  };
};
export type Audit = ReturnType<typeof auditStore>;
