import { Button, TextInput } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useSearch } from '@tanstack/react-router';
import { AuditAction, type AuditEntry } from '#domain/audit/entry.ts';
import { may } from '#domain/kernel/rights.ts';
import { useMe } from '#web/members/me.ts';
import { Empty } from '#web/platform/faces.tsx';
import type { Filter } from '#web/platform/list/filter.ts';
import { List } from '#web/platform/list/list.tsx';
import { wordsOf } from '#web/platform/list/list-search.ts';
import { useListUrl } from '#web/platform/list/use-list-url.ts';
import { PageHeader } from '#web/platform/page-header.tsx';
import { actionWords } from './action-words.ts';
import type { AuditSearch } from './audit.routes.tsx';
import { auditColumns } from './audit-columns.tsx';
import { auditFile, auditPages } from './audit-queries.ts';
import { PersonFilter } from './person-filter.tsx';
import classes from './audit.module.css';

const filters: readonly Filter[] = [
  {
    id: 'action',
    label: 'ACTION',
    several: true,
    options: AuditAction.options.map((value) => ({ value, label: actionWords(value) })),
  },
];
const ownFilters = { by: 'this person', from: 'these days', to: 'these days' };

export function AuditPage() {
  const { action, by, from, to }: AuditSearch = useSearch({ strict: false });
  const { show } = useListUrl();
  const { member } = useMe();
  const wish = { action: wordsOf(AuditAction, action), memberId: by, from, to };
  return (
    <>
      <PageHeader
        title="Audit log"
        sub={may(member, 'members.view') ? undefined : 'What you did yourself'}
        actions={
          may(member, 'audit.export') && (
            <Button component="a" href={auditFile(wish)} download leftSection={<IconDownload size={16} stroke={1.5} />}>
              Export CSV
            </Button>
          )
        }
      />
      <List
        label="Audit log"
        noun="entry"
        pages={auditPages(wish)}
        filters={filters}
        own={{
          words: ownFilters,
          children: (
            <>
              {may(member, 'members.view') && (
                <PersonFilter memberId={by} onChange={(chosen) => show({ by: chosen })} />
              )}
              <Day label="From" day={from} onChange={(day) => show({ from: day })} />
              <Day label="To" day={to} onChange={(day) => show({ to: day })} />
            </>
          ),
        }}
        columns={auditColumns}
        idOf={idOf}
        empty={
          <Empty title="What people do goes here">
            Who signed in, was verified, changed a role or a setting: each stands here once, and nobody can change it.
          </Empty>
        }
      />
    </>
  );
}

const idOf = ({ seq }: AuditEntry) => String(seq);

type DayProps = { label: string; day: string | undefined; onChange: (day: string | undefined) => void };

const Day = ({ label, day, onChange }: DayProps) => (
  <TextInput
    type="date"
    className={classes.day}
    aria-label={label}
    leftSection={label}
    leftSectionWidth={48}
    leftSectionPointerEvents="none"
    value={day ?? ''}
    onChange={({ currentTarget: { value } }) => onChange(value || undefined)}
  />
);
