import type { AuditEntry } from '#domain/audit/entry.ts';
import type { AuditFilter, AuditListQuery } from '#domain/audit/list.ts';
import { dayAfter, startOfDay } from '#domain/kernel/list-days.ts';
import type { Page } from '#domain/kernel/page.ts';
import { leaders } from '#domain/kernel/access.ts';
import { problems } from '#domain/kernel/problem.ts';
import { scopeOf } from '#domain/kernel/rights.ts';
import { type Condition, oneOf, where } from '#functions/platform/list-query.ts';
import type { Work } from '#functions/work.ts';

/** The newest first. The cursor is the place of the last entry shown, so that new ones do not move the pages. */
export async function listAudit(work: Work, { cursor, limit, ...filter }: AuditListQuery): Promise<Page<AuditEntry>> {
  const before = cursor === undefined ? undefined : placeIn(cursor);
  const found = await work.audit.newest({ ...(await wantedOf(work, filter)), before, limit: limit + 1 });
  const items = found.slice(0, limit);
  return { items, nextCursor: found.length > limit ? `before-${items.at(-1)!.seq}` : null };
}

/** What the filter asks for, of what the caller may see. */
export async function wantedOf(work: Work, { action, memberId, from, to }: AuditFilter) {
  const { timeZone } = await work.workspace.get();
  const since = from && startOfDay(timeZone, from).toISOString();
  const until = to && startOfDay(timeZone, dayAfter(to)).toISOString();
  const conditions = [
    ...(await ownConditions(work)),
    ...(action ? [oneOf(action.map((one) => where`c.entry.action = ${one}`))] : []),
    ...(memberId ? [where`c.entry.by.memberId = ${memberId}`] : []),
    ...(until ? [where`c.entry.at < ${until}`] : []),
  ];
  return { conditions, since };
}

/** A manager sees what they did themselves and what the people below them did; an employee what they did. */
async function ownConditions({ caller, members }: Work): Promise<Condition[]> {
  const scope = scopeOf('audit.view', caller);
  if (scope === 'all') return [];
  if (scope !== 'team') return [where`c.entry.by.memberId = ${caller.memberId}`];
  const role = [...leaders];
  // Who was deleted had the same rights when they did it.
  const [present, deleted] = await Promise.all([members.idsOf({ role }), members.idsOf({ role, deleted: 'yes' })]);
  const above = [...present, ...deleted].filter((id) => id !== caller.memberId);
  // An entry that nobody known made has nobody to compare, and is left out.
  return above.map((id) => where`c.entry.by.memberId != ${id}`);
}

function placeIn(cursor: string): number {
  const place = /^before-(\d{1,15})$/.exec(cursor)?.[1];
  if (!place) throw problems.invalid([{ pointer: '/query/cursor', detail: 'Not a cursor of this list' }]);
  return Number(place);
}
