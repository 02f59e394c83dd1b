import { Button, Stack } from '@mantine/core';
import { IconDatabaseExport, IconDownload, IconFileZip } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type Export, isThere, isUnderWay, keptDays } from '#domain/exports/export.ts';
import { Failed, Loading } from '#web/platform/faces.tsx';
import { problemIn } from '#web/platform/problem-of.ts';
import { Moment } from '#web/platform/moment.tsx';
import { ProblemAlert } from '#web/platform/problem-alert.tsx';
import { Inset, Row, Rows, Section } from '#web/platform/section.tsx';
import { Status } from '#web/platform/status.tsx';
import { exportsQuery, useDownload, useStartExport } from './export-queries.ts';
import { contentOf, faceOf } from './export-words.ts';
import classes from './exports.module.css';

const icon = { size: 16, stroke: 1.5, 'aria-hidden': true } as const;

/** A copy of everything, for the business to keep: asked for here, made by the server, fetched here. */
export function ExportsSection() {
  const { data, error, refetch } = useQuery(exportsQuery);
  return (
    <Section title="Export everything">
      <Inset>
        <Ask isUnderWay={data?.items.some(isUnderWay) ?? false} />
      </Inset>
      {data ? (
        <Past items={data.items} />
      ) : error ? (
        <Inset>
          <Failed error={error} retry={() => void refetch()} />
        </Inset>
      ) : (
        <Loading rows={2} />
      )}
    </Section>
  );
}

function Ask({ isUnderWay: isBusy }: { isUnderWay: boolean }) {
  const start = useStartExport();
  return (
    <Stack gap="md" align="flex-start">
      <p>
        One ZIP file with all that your business has in StarOne: people, customers, tasks, messages, payments, the audit
        log, and every file and picture. Passwords are not in it. It holds personal data: keep it where only you can
        open it.
      </p>
      <p className="muted" role="status">
        {isBusy
          ? 'The copy is being made. You can leave this page: it goes on by itself.'
          : `The file is kept here for ${keptDays} days.`}
      </p>
      {start.error && <ProblemAlert problem={problemIn(start.error)} />}
      <Button
        variant="filled"
        leftSection={<IconDatabaseExport {...icon} />}
        loading={start.isPending}
        disabled={isBusy}
        onClick={() => start.mutate()}
      >
        Export everything
      </Button>
    </Stack>
  );
}

const Past = ({ items }: { items: Export[] }) =>
  items.length > 0 && (
    <div className={classes.past}>
      <Rows label="Exports">
        {items.map((one) => (
          <ExportRow key={one.id} one={one} />
        ))}
      </Rows>
    </div>
  );

function ExportRow({ one }: { one: Export }) {
  const download = useDownload();
  const now = new Date();
  return (
    <Row
      sign={<IconFileZip size={20} stroke={1.5} aria-hidden />}
      name={
        <>
          <Moment at={one.createdAt} style="day-time" /> <Status {...faceOf(one, now)} />
        </>
      }
      sub={
        <>
          <span className="figures">{contentOf(one)}</span>
          <span>by {one.by.name}</span>
          {isThere(one, now) && one.keptUntil && (
            <span>
              kept until <Moment at={one.keptUntil} />
            </span>
          )}
        </>
      }
    >
      {isThere(one, now) && (
        <Button
          leftSection={<IconDownload {...icon} />}
          loading={download.isPending}
          onClick={() => download.mutate(one.id)}
        >
          Download
        </Button>
      )}
    </Row>
  );
}
