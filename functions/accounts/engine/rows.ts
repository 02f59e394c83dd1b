import type { CleanedWhere } from 'better-auth/adapters';
import type { Point, Points } from '#functions/platform/points.ts';
import { claimsOf, NotUnique, StoredRow } from './claims.ts';
import { type Keys, listKey, pointerKey, pointerOf, rowKey } from './keys.ts';
import { matches, type Row } from './matching.ts';

type FoundRow = Point<{ row: Row }>;

const retries = 20;

/** The rows of one model, found by their keys alone. `everyId` answers what no key leads to. */
export function rowsOf(
  points: Points,
  {
    model,
    keys,
    ttl,
    everyId,
  }: { model: string; keys: Keys; ttl: number | undefined; everyId: (model: string) => string[] },
) {
  const claims = claimsOf(points, ttl);
  const idOf = (row: Row): string => String(row.id);
  const pointersOf = (row: Row): string[] => keys.unique.flatMap((fields) => pointerOf(model, fields, row) ?? []);
  const listsOf = (row: Row): string[] =>
    keys.listed.flatMap((field) => (row[field] == null ? [] : [listKey(model, field, row[field])]));

  async function add(row: Row): Promise<Row> {
    const claimed: string[] = [];
    try {
      for (const key of pointersOf(row)) {
        await claims.claim(model, key, idOf(row));
        claimed.push(key);
      }
      if (!(await points.create(rowKey(model, row.id), { row }, ttl))) throw new NotUnique(`${model} exists`);
    } catch (error) {
      const standing = await points.read(rowKey(model, row.id), StoredRow);
      // Of two that add the same row at once, the slower leaves the pointers of the other alone.
      const lost = added(standing ? pointersOf(standing.value.row) : [], claimed);
      await Promise.all(lost.map((key) => claims.release(key, idOf(row))));
      throw error;
    }
    await Promise.all(listsOf(row).map((key) => claims.enlist(model, key, idOf(row))));
    return row;
  }

  async function find(where: readonly CleanedWhere[]): Promise<FoundRow[]> {
    const ids = [...new Set(await idsFor(where))];
    const found = await Promise.all(ids.map((id) => points.read(rowKey(model, id), StoredRow)));
    return found.filter((point) => point !== null).filter(({ value }) => matches(value.row, where));
  }

  async function idsFor(where: readonly CleanedWhere[]): Promise<string[]> {
    const byId = valuesOf(where, 'id');
    if (byId) return byId.map(String);
    for (const fields of keys.unique) {
      const values = fields.map((field) => valuesOf(where, field));
      const [first] = values;
      if (fields.length === 1 && first) {
        return (await Promise.all(first.map((value) => claims.idAt(pointerKey(model, fields, [value]))))).flat();
      }
      if (values.every((some) => some?.length === 1)) {
        return claims.idAt(
          pointerKey(
            model,
            fields,
            values.map((some) => some![0]),
          ),
        );
      }
    }
    for (const field of keys.listed) {
      const values = valuesOf(where, field);
      if (values) return (await Promise.all(values.map((value) => claims.idsIn(listKey(model, field, value))))).flat();
    }
    return everyId(model);
  }

  /** The guard is looked at again on every try, so that of two writers only one passes it. */
  async function change(found: FoundRow, where: readonly CleanedWhere[], next: (row: Row) => Row): Promise<Row | null> {
    let point: FoundRow | null = found;
    for (let attempt = 0; point && attempt < retries; attempt++) {
      const before: Row = point.value.row;
      if (!matches(before, where)) return null;
      const after = next(before);
      for (const key of added(pointersOf(before), pointersOf(after))) await claims.claim(model, key, idOf(before));
      if (await points.replace(rowKey(model, before.id), { row: after }, point.etag, ttl)) {
        await moveKeys(before, after);
        return after;
      }
      point = await points.read(rowKey(model, before.id), StoredRow);
    }
    if (point) throw new Error(`Too many writers of ${model}`);
    return null;
  }

  async function moveKeys(before: Row, after: Row): Promise<void> {
    const id = idOf(before);
    for (const key of added(pointersOf(after), pointersOf(before))) await claims.release(key, id);
    for (const key of added(listsOf(before), listsOf(after))) await claims.enlist(model, key, id);
    for (const key of added(listsOf(after), listsOf(before))) await claims.unlist(key, id);
  }

  /** False when somebody else removed or changed it first. */
  async function remove({ value: { row }, etag }: FoundRow): Promise<boolean> {
    if (!(await points.remove(rowKey(model, row.id), etag))) return false;
    await Promise.all(pointersOf(row).map((key) => claims.release(key, idOf(row))));
    await Promise.all(listsOf(row).map((key) => claims.unlist(key, idOf(row))));
    return true;
  }

  return { add, find, change, remove };
}

const added = (before: readonly string[], after: readonly string[]): string[] =>
  after.filter((key) => !before.includes(key));

/** The values a field must have one of; null when the conditions do not pin it. */
function valuesOf(where: readonly CleanedWhere[], field: string): unknown[] | null {
  const pins = where.filter(
    ({ connector, mode, value }) =>
      (connector !== 'OR' || where.length === 1) && mode !== 'insensitive' && value !== null,
  );
  const pin = pins.find((condition) => condition.field === field && ['eq', 'in'].includes(condition.operator ?? 'eq'));
  if (!pin) return null;
  return pin.operator === 'in' && Array.isArray(pin.value) ? pin.value : [pin.value];
}
