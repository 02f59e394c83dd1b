import { Anchor, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useMe } from '#web/members/me.ts';
import { Failed, Loading, NoPermission } from '#web/platform/faces.tsx';
import { PageHeader } from '#web/platform/page-header.tsx';
import { FileStep } from './file-step.tsx';
import { oneImport } from './import-queries.ts';
import { ImportSteps } from './import-steps.tsx';
import type { ImportSearch } from './imports.routes.tsx';
import { PastImports } from './past-imports.tsx';
import classes from './imports.module.css';

export function ImportPage() {
  const { member } = useMe();
  const { import: importId }: ImportSearch = useSearch({ strict: false });
  const navigate = useNavigate();
  if (member.role !== 'admin') return <NoPermission />;
  return (
    <>
      <PageHeader title="Import payments" />
      <div className={classes.page}>
        {importId ? (
          <OneImport importId={importId} />
        ) : (
          <Stack gap="xl">
            <FileStep onStarted={({ id }) => void navigate({ to: '/customers/import', search: { import: id } })} />
            <PastImports />
          </Stack>
        )}
      </div>
    </>
  );
}

function OneImport({ importId }: { importId: string }) {
  const { data, error, refetch } = useQuery(oneImport(importId));
  return (
    <Stack gap="lg">
      {data ? (
        <ImportSteps job={data} />
      ) : error ? (
        <Failed error={error} retry={() => void refetch()} />
      ) : (
        <Loading rows={2} label="Loading the import" />
      )}
      <Anchor component={Link} to="/customers/import" className={classes.back}>
        Import another file
      </Anchor>
    </Stack>
  );
}
