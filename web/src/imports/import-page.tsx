import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMe } from '#web/members/me.ts';
import { Failed, Loading, NoPermission } from '#web/platform/faces.tsx';
import { PageHeader } from '#web/platform/page-header.tsx';
import { FileStep } from './file-step.tsx';
import { ImportProgress } from './import-progress.tsx';
import { oneImport } from './import-queries.ts';
import type { ImportSearch } from './imports.routes.tsx';
import classes from './imports.module.css';

export function ImportPage() {
  const { member } = useMe();
  const { import: importId }: ImportSearch = useSearch({ strict: false });
  const navigate = useNavigate();
  const show = (id: string | undefined) => void navigate({ to: '/customers/import', search: { import: id } });
  if (member.role !== 'admin') return <NoPermission />;
  return (
    <>
      <PageHeader title="Import payments" />
      <div className={classes.page}>
        {importId ? (
          <RunningImport importId={importId} onAgain={() => show(undefined)} />
        ) : (
          <FileStep onStarted={({ id }) => show(id)} />
        )}
      </div>
    </>
  );
}

function RunningImport({ importId, onAgain }: { importId: string; onAgain: () => void }) {
  const { data, error, refetch } = useQuery(oneImport(importId));
  if (data) return <ImportProgress run={data} onAgain={onAgain} />;
  if (error) return <Failed error={error} retry={() => void refetch()} />;
  return <Loading rows={2} label="Loading the import" />;
}
