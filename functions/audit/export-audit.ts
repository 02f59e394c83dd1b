import type { AuditEntry } from '#domain/audit/entry.ts';
import type { AuditFilter } from '#domain/audit/list.ts';
import { sentenceOf } from '#domain/audit/sentence.ts';
import { csvLine, csvStart } from '#domain/kernel/list-csv.ts';
import type { ProducedFile } from '#domain/kernel/route.ts';
import { dayIn } from '#domain/kernel/time.ts';
import type { Work } from '#functions/work.ts';
import { wantedOf } from './list-audit.ts';

const head = ['Number', 'At', 'Who', 'Action', 'What', 'On', 'Network address', 'Hash'];
const pageSize = 1000;

/** The list as a file, hashes included: what it says can be held against the chain later. */
export async function exportAudit(work: Work, filter: AuditFilter): Promise<ProducedFile> {
  const { audit, caller, address, workspace, now } = work;
  const wanted = await wantedOf(work, filter);
  await audit.add({ action: 'audit-exported', by: { memberId: caller.memberId, name: caller.name }, address });
  return { fileName: `audit-${dayIn((await workspace.get()).timeZone, now())}.csv`, text: lines() };

  async function* lines(): AsyncIterable<string> {
    yield csvStart + csvLine(head);
    for (let before: number | undefined; ;) {
      const page = await audit.newest({ ...wanted, before, limit: pageSize });
      yield page.map(lineOf).join('');
      before = page.at(-1)?.seq;
      if (page.length < pageSize) return;
    }
  }
}

const lineOf = (entry: AuditEntry): string =>
  csvLine([
    entry.seq,
    entry.at,
    entry.by && entry.by.name,
    entry.action,
    sentenceOf(entry),
    entry.on && entry.on.name,
    entry.address,
    entry.hash,
  ]);
