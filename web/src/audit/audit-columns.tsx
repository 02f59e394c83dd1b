import type { AuditEntry } from '#domain/audit/entry.ts';
import { sentenceOf } from '#domain/audit/sentence.ts';
import { DayAndTime } from '#web/platform/day-and-time.tsx';
import type { Column } from '#web/platform/list/column.ts';
import classes from './audit.module.css';

export const auditColumns: Column<AuditEntry>[] = [
  {
    id: 'what',
    header: 'What happened',
    card: 'title',
    cell: (entry) => <span title={sentenceOf(entry)}>{sentenceOf(entry)}</span>,
    cardCell: (entry) => <span className={classes.sentence}>{sentenceOf(entry)}</span>,
  },
  {
    id: 'address',
    header: 'Network address',
    width: '160px',
    card: 'foot',
    cell: ({ address }) => <span className="figures muted">{address}</span>,
  },
  { id: 'at', header: 'When', width: '168px', card: 'foot', cell: ({ at }) => <DayAndTime at={at} /> },
  {
    id: 'number',
    header: 'Number',
    width: '88px',
    numeric: true,
    isExtra: true,
    cell: ({ seq }) => <span className="figures muted">{seq.toLocaleString('en')}</span>,
  },
];
