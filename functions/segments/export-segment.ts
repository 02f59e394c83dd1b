import { workbookRows } from '#domain/kernel/list-workbook.ts';
import { problems } from '#domain/kernel/problem.ts';
import type { ProducedBytes, ProducedFile } from '#domain/kernel/route.ts';
import { dayIn } from '#domain/kernel/time.ts';
import type { SegmentFilter, SegmentRow, SegmentSort } from '#domain/segments/list.ts';
import { csvHead, csvRows } from '#functions/platform/sheet.ts';
import { workbook } from '#functions/platform/workbook.ts';
import type { Work } from '#functions/work.ts';
import { scoreEach } from './score-each.ts';
import { rowMaker } from './segment-rows.ts';
import { currentRules } from './segment-rules.ts';
import { segmentColumns } from './segment-sheet.ts';
import { wantedOf } from './segment-wanted.ts';

type Asked = SegmentFilter & { ids?: string[] | undefined; sort: SegmentSort };

/** The list as a file, all of it by the rules that stood when it was asked for. It is sent while it is read. */
export async function exportSegment(work: Work, { ids, sort, ...filter }: Asked): Promise<ProducedFile> {
  const { currency, timeZone } = await work.workspace.get();
  const rules = await currentRules(work);
  const rowOf = await rowMaker(work, rules.today);
  const columns = segmentColumns(currency);
  const pages = work.customers.all({ ...wantedOf(filter, rules), ids }, sort);
  return { fileName: `segments-${dayIn(timeZone, work.now())}.csv`, text: lines() };

  async function* lines(): AsyncIterable<string> {
    yield csvHead(columns);
    for await (const page of pages) yield csvRows(columns, (await scoreEach(work, page, rules)).map(rowOf));
  }
}

/** The same as a workbook: counted first, for a long one is refused before it is begun. */
export async function exportSegmentWorkbook(work: Work, { ids, sort, ...filter }: Asked): Promise<ProducedBytes> {
  const { currency, timeZone } = await work.workspace.get();
  const rules = await currentRules(work);
  const wanted = { ...wantedOf(filter, rules), ids };
  const { count } = await work.customers.count(wanted, true);
  if (count > workbookRows) throw problems.tooManyRows(count, workbookRows);

  const rowOf = await rowMaker(work, rules.today);
  const rows: SegmentRow[] = [];
  for await (const page of work.customers.all(wanted, sort))
    rows.push(...(await scoreEach(work, page, rules)).map(rowOf));
  const fileName = `segments-${dayIn(timeZone, work.now())}`;
  return workbook({ fileName, sheet: 'Segments', columns: segmentColumns(currency), rows, timeZone });
}
