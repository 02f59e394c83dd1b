export type Schedule = {
  /** The first occurrence after the moment, in UTC as in Azure. */
  next(after: Date): Date;
};

type Field = { low: number; high: number; names?: string[] };

/** `{second} {minute} {hour} {day} {month} {day of week}` */
const fields: Field[] = [
  { low: 0, high: 59 },
  { low: 0, high: 59 },
  { low: 0, high: 23 },
  { low: 1, high: 31 },
  { low: 1, high: 12, names: ['', 'jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] },
  { low: 0, high: 6, names: ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] },
];

/** Five fields mean second 0. Day and day of week must both fit, unlike in Unix cron. */
export function parseSchedule(text: string): Schedule {
  const parts = text.trim().split(/\s+/);
  if (parts.length === 5) parts.unshift('0');
  if (parts.length !== 6) throw new Error(`"${text}" is not an NCRONTAB expression of five or six fields`);

  const sets = fields.map((field, index) => parseField(parts[index] ?? '', field));
  const has = (field: number, value: number) => sets[field]?.has(value) ?? false;

  const schedule: Schedule = {
    next(after) {
      const at = new Date(Math.floor(after.getTime() / 1000) * 1000 + 1000);
      const limit = at.getUTCFullYear() + yearsUntilGivenUp;
      while (at.getUTCFullYear() <= limit) {
        if (!has(4, at.getUTCMonth() + 1)) {
          at.setUTCMonth(at.getUTCMonth() + 1, 1);
          at.setUTCHours(0, 0, 0);
        } else if (!has(3, at.getUTCDate()) || !has(5, at.getUTCDay())) at.setUTCHours(24, 0, 0);
        else if (!has(2, at.getUTCHours())) at.setUTCHours(at.getUTCHours() + 1, 0, 0);
        else if (!has(1, at.getUTCMinutes())) at.setUTCMinutes(at.getUTCMinutes() + 1, 0);
        else if (!has(0, at.getUTCSeconds())) at.setUTCSeconds(at.getUTCSeconds() + 1);
        else return at;
      }
      throw new Error(`the schedule "${text}" never comes`);
    },
  };
  schedule.next(new Date());
  return schedule;
}

/** A leap day that must be a Monday comes every 28 years, or 40 across a century. */
const yearsUntilGivenUp = 40;

function parseField(text: string, field: Field): Set<number> {
  const values = new Set<number>();
  for (const part of text.split(',')) {
    const [range = '', stepText = '1'] = part.split('/');
    const step = Number(stepText);
    if (!Number.isInteger(step) || step < 1) throw new Error(`"${part}" has no step of at least 1`);
    const [low, high] = boundsOf(range, field, part.includes('/'));
    for (let value = low; value <= high; value += step) values.add(value);
  }
  return values;
}

function boundsOf(range: string, field: Field, hasStep: boolean): [number, number] {
  if (range === '*') return [field.low, field.high];
  const [from = '', to] = range.split('-');
  const low = valueOf(from, field);
  if (to !== undefined) return [low, valueOf(to, field)];
  return [low, hasStep ? field.high : low];
}

function valueOf(text: string, { low, high, names = [] }: Field): number {
  const named = text === '' ? -1 : names.indexOf(text.slice(0, 3).toLowerCase());
  const value = named >= 0 ? named : Number(text);
  if (text !== '' && Number.isInteger(value) && value >= low && value <= high) return value;
  throw new Error(`"${text}" is not between ${low} and ${high}`);
}
