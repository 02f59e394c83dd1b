import { Button, Code, Loader, Stack, Text } from '@mantine/core';
import '@mantine/dropzone/styles.css';
import { Dropzone } from '@mantine/dropzone';
import { IconFileUpload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { type Import, importMaxBytes, importMaxRows } from '#domain/imports/import.ts';
import { xlsxType } from '#domain/imports/routes.ts';
import type { Problem } from '#domain/kernel/problem.ts';
import { problemIn } from '#web/platform/problem-of.ts';
import { ProblemAlert } from '#web/platform/problem-alert.tsx';
import { startImport } from './import-queries.ts';
import { figure } from './import-words.ts';
import classes from './imports.module.css';

const example = `customer,date,amount
00001,1997-01-01,11.77
00002,1997-01-12,12.00`;

const limits = `${importMaxBytes / 1_000_000} MB and ${figure(importMaxRows)} rows`;

const unsuitable: Problem = {
  type: '/problems/unsuitable-file',
  title: 'This file cannot be imported',
  detail: `Please choose one CSV or XLSX file of at most ${importMaxBytes / 1_000_000} MB.`,
  status: 400,
};

/** What is expected, and the file: dropped or chosen. */
export function FileStep({ onStarted }: { onStarted: (started: Import) => void }) {
  const [problem, setProblem] = useState<Problem | null>(null);
  const choose = useRef<() => void>(null);
  const start = useMutation({
    mutationFn: startImport,
    onMutate: () => setProblem(null),
    onSuccess: onStarted,
    onError: (error) => setProblem(problemIn(error)),
  });

  return (
    <Stack gap="lg">
      <div>
        <p>
          A CSV or XLSX file with one row for each payment: who paid, on which day, and how much. The columns may have
          any names and any order; up to {limits}. Further columns may say where the customer lives and when they were
          born. For example:
        </p>
        <Code block className={classes.example}>
          {example}
        </Code>
        <Text size="md" c="dimmed">
          You see what would happen before anything is stored, and can undo it for seven days. Importing the same file
          twice changes nothing.
        </Text>
      </div>
      {problem && <ProblemAlert problem={problem} />}
      <Dropzone
        openRef={choose}
        activateOnClick={false}
        activateOnKeyboard={false}
        multiple={false}
        maxSize={importMaxBytes}
        accept={{
          'text/csv': ['.csv'],
          'text/plain': ['.csv', '.txt', '.tsv'],
          'application/vnd.ms-excel': ['.csv'],
          [xlsxType]: ['.xlsx'],
        }}
        disabled={start.isPending}
        inputProps={{ 'aria-label': 'CSV or XLSX file' }}
        tabIndex={-1}
        className={classes.drop}
        onDrop={([file]: File[]) => file && start.mutate(file)}
        onReject={() => setProblem(unsuitable)}
      >
        {start.isPending ? (
          <div role="status" className={classes.sending}>
            <Loader size={20} />
            Reading {start.variables.name} ({sizeOf(start.variables)})…
          </div>
        ) : (
          <Stack align="center" gap="sm">
            <IconFileUpload size={32} stroke={1.25} aria-hidden />
            <span>Drop the file here</span>
            <Button variant="filled" className={classes.choose} onClick={() => choose.current?.()}>
              Choose a file
            </Button>
          </Stack>
        )}
      </Dropzone>
    </Stack>
  );
}

const sizeOf = ({ size }: File): string =>
  size < 1_000_000 ? `${Math.ceil(size / 1000)} kB` : `${(size / 1_000_000).toFixed(1)} MB`;
