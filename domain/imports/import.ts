import * as z from 'zod';
import { Id } from '#domain/kernel/ids.ts';
import { Money } from '#domain/kernel/money.ts';
import { Moment } from '#domain/kernel/time.ts';
import { Place } from '#domain/places/place.ts';
import { MappingGuess } from './mapping.ts';

/**
 * mapping: the person says what the columns are. checking: every row is looked at. checked: the person may run it.
 * waiting and running: rows are stored. undoing and undone: what it added is taken back.
 */
export const ImportState = z.enum([
  'mapping',
  'checking',
  'checked',
  'waiting',
  'running',
  'done',
  'failed',
  'undoing',
  'undone',
]);
export type ImportState = z.infer<typeof ImportState>;

/** One thing that is wrong: `line` as an editor shows it, `column` as the file names it. */
export const RowFault = z.object({ line: z.int(), column: z.string(), value: z.string(), detail: z.string() });
export type RowFault = z.infer<typeof RowFault>;

/** A name that several towns have: the largest is taken. */
export const SharedName = z.object({ text: z.string(), taken: Place, of: z.int() });
export type SharedName = z.infer<typeof SharedName>;

/** What running it would do. Nothing is stored yet. */
export const Preview = z.object({
  good: z.int(),
  faulty: z.int(),
  newCustomers: z.int(),
  /** Good rows whose payment is stored already: running stores them no second time. */
  alreadyHere: z.int(),
  totals: z.array(Money),
  /** The first hundred; the error file has them all. */
  faults: z.array(RowFault),
  /** Each once, the first hundred. */
  sharedNames: z.array(SharedName).default([]),
});
export type Preview = z.infer<typeof Preview>;

/** A payment history on its way in. */
export const Import = z
  .object({
    id: Id,
    fileName: z.string(),
    state: ImportState,
    /** Rows in the file, without its head. */
    rows: z.int(),
    columns: z.array(z.object({ name: z.string(), samples: z.array(z.string()) })),
    /** The guess until the person has chosen. */
    mapping: MappingGuess,
    preview: Preview.nullable(),
    /** How many rows of this state's work are done. */
    done: z.int(),
    added: z.int(),
    customersAdded: z.int(),
    removed: z.int(),
    failedWhile: z.enum(['checking', 'running', 'undoing']).nullable(),
    createdAt: Moment,
    updatedAt: Moment,
    undoUntil: Moment.nullable(),
  })
  .meta({ id: 'Import' });
export type Import = z.infer<typeof Import>;

/** One line of the list of imports. */
export const ImportSummary = Import.omit({ columns: true, mapping: true, preview: true }).meta({ id: 'ImportSummary' });
export type ImportSummary = z.infer<typeof ImportSummary>;

export const importMaxBytes = 10_000_000;
export const importMaxRows = 100_000;
export const importMaxColumns = 200;
export const shownFaults = 100;
export const shownNames = 100;

const undoDays = 7;
export const undoUntil = (now: Date): string => new Date(now.getTime() + undoDays * 86_400_000).toISOString();

type Standing = Pick<Import, 'state' | 'failedWhile' | 'undoUntil'>;

/** At work on stored rows: one import of a business at a time. */
export const busyStates = ['waiting', 'running', 'undoing'] as const satisfies readonly ImportState[];
export const isAtWork = ({ state }: Pick<Import, 'state'>): boolean =>
  state === 'checking' || busyStates.some((busy) => busy === state);

/** Rows may be mapped anew until the first is stored. */
export const mayMap = ({ state, failedWhile }: Standing): boolean =>
  ['mapping', 'checking', 'checked'].includes(state) || (state === 'failed' && failedWhile === 'checking');

/** Asking twice is no fault: the second changes nothing. */
export const mayRun = ({ state, failedWhile }: Standing): boolean =>
  ['checked', 'waiting', 'running'].includes(state) || (state === 'failed' && failedWhile === 'running');

/** What was begun may be finished after the seven days too. */
export function mayUndo({ state, failedWhile, undoUntil: until }: Standing, now: Date): boolean {
  if (state === 'undoing' || (state === 'failed' && failedWhile === 'undoing')) return true;
  const addedRows = state === 'done' || (state === 'failed' && failedWhile === 'running');
  return addedRows && until !== null && now.toISOString() <= until;
}
