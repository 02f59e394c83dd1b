import { Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ImportSummary } from '#domain/imports/import.ts';
import { Failed } from '#web/platform/faces.tsx';
import { Moment } from '#web/platform/moment.tsx';
import { Status } from '#web/platform/status.tsx';
import { pastImports } from './import-queries.ts';
import { counted, importFace } from './import-words.ts';
import classes from './imports.module.css';

/** What was imported in the last thirty days. */
export function PastImports() {
  const { data, error, refetch } = useQuery(pastImports);
  if (error) return <Failed error={error} retry={() => void refetch()} />;
  if (!data || data.items.length === 0) return null;
  return (
    <section>
      <Title order={2} id="past-imports" className={classes.title}>
        Past imports
      </Title>
      <ul className={classes.past} aria-labelledby="past-imports">
        {data.items.map((past) => (
          <li key={past.id}>
            <Link to="/customers/import" search={{ import: past.id }} className="cut">
              {past.fileName}
            </Link>
            <span className="muted figures">{resultOf(past)}</span>
            <Status {...importFace[past.state]} />
            <span className="muted">
              <Moment at={past.createdAt} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

const resultOf = ({ state, added, rows }: ImportSummary): string =>
  state === 'done' ? counted(added, 'new payment') : counted(rows, 'row');
