import { Button, Group, Modal, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconArrowBackUp } from '@tabler/icons-react';
import type { Import } from '#domain/imports/import.ts';
import { problemIn } from '#web/platform/problem-of.ts';
import { Moment } from '#web/platform/moment.tsx';
import { ProblemAlert } from '#web/platform/problem-alert.tsx';
import { useUndoImport } from './import-queries.ts';
import { counted } from './import-words.ts';

/** One click, and a yes to what it takes away. */
export function UndoButton({ job }: { job: Import }) {
  const [isOpen, { open, close }] = useDisclosure(false);
  const undo = useUndoImport(job.id);
  return (
    <>
      <Button variant="outline" color="red" leftSection={<IconArrowBackUp size={16} stroke={1.5} />} onClick={open}>
        Undo this import
      </Button>
      <Modal opened={isOpen} onClose={close} title="Undo this import?" closeButtonProps={{ 'aria-label': 'Close' }}>
        <Stack gap="lg">
          <p>
            {counted(job.added, 'payment')} that came with {job.fileName} are taken back, and the customers it made who
            have nothing else. The segments follow. It can be imported again later.
          </p>
          {job.undoUntil && (
            <p className="muted">
              Possible until <Moment at={job.undoUntil} />.
            </p>
          )}
          {undo.error && <ProblemAlert problem={problemIn(undo.error)} />}
          <Group justify="flex-end" gap="sm">
            <Button size="md" onClick={close}>
              Keep it
            </Button>
            <Button
              size="md"
              variant="outline"
              color="red"
              loading={undo.isPending}
              onClick={() => undo.mutate(undefined)}
            >
              Undo
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}
