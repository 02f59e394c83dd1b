import { DaysFilter } from '#web/platform/list/days-filter.tsx';
import { dueWords, dues } from './task-filters.ts';

type Chosen = { due?: string | undefined; dueFrom?: string | undefined; dueTo?: string | undefined };
type Props = { chosen: Chosen; onChange: (chosen: Chosen) => void };

export const DueFilter = ({ chosen: { due, dueFrom, dueTo }, onChange }: Props) => (
  <DaysFilter
    label="DUE"
    name="Due"
    words={dues}
    chosen={{ word: due, from: dueFrom, to: dueTo }}
    said={dueWords({ due, dueFrom, dueTo })}
    onChange={({ word, from, to }) => onChange({ due: word, dueFrom: from, dueTo: to })}
  />
);
