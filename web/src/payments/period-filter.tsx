import { DaysFilter } from '#web/platform/list/days-filter.tsx';
import { type PeriodChoice, periods, periodWords } from './period.ts';

type Props = { chosen: PeriodChoice; onChange: (chosen: PeriodChoice) => void };

export const PeriodFilter = ({ chosen: { period, from, to }, onChange }: Props) => (
  <DaysFilter
    label="DATES"
    name="Dates"
    words={periods}
    chosen={{ word: period, from, to }}
    said={periodWords({ period, from, to })}
    onChange={(days) => onChange({ period: days.word, from: days.from, to: days.to })}
  />
);
