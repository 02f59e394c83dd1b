import { Button, Code, Loader, Stack, Text } from '@mantine/core';
import '@mantine/dropzone/styles.css';
import { Dropzone } from '@mantine/dropzone';
import { IconFileUpload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { type Import, importMaxBytes } from '#domain/imports/import.ts';
import type { Problem } from '#domain/kernel/problem.ts';
import { problemIn } from '#web/platform/form.ts';
import { startImport } from './import-queries.ts';
import { RefusedFile } from './refused-file.tsx';
import classes from './imports.module.css';

const example = `customer,date,amount
00001,1997-01-01,11.77
00002,1997-01-12,12.00`;

const unsuitable: Problem = {
  type: '/problems/unsuitable-file',
  title: 'This file cannot be imported',
  detail: `Please choose one CSV file of at most ${importMaxBytes / 1_000_000} MB.`,
  status: 400,
};

/** What is expected, and the file: dropped or chosen. */
export function FileStep({ onStarted }: { onStarted: (run: Import) => void }) {
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
          A CSV file with the columns <b>customer</b>, <b>date</b> and <b>amount</b>: one row for each payment, the day
          as year-month-day. For example:
        </p>
        <Code block className={classes.example}>
          {example}
        </Code>
        <Text size="md" c="dimmed">
          The customer is your own number or name for them. Importing the same file twice changes nothing.
        </Text>
      </div>
      {problem && <RefusedFile problem={problem} />}
      <Dropzone
        openRef={choose}
        activateOnClick={false}
        activateOnKeyboard={false}
        multiple={false}
        maxSize={importMaxBytes}
        accept={{ 'text/csv': ['.csv'], 'application/vnd.ms-excel': ['.csv'], 'text/plain': ['.csv'] }}
        disabled={start.isPending}
        inputProps={{ 'aria-label': 'CSV file' }}
        tabIndex={-1}
        className={classes.drop}
        onDrop={([file]: File[]) => file && start.mutate(file)}
        onReject={() => setProblem(unsuitable)}
      >
        {start.isPending ? (
          <div role="status" className={classes.sending}>
            <Loader size={20} />
            Sending {start.variables.name} ({sizeOf(start.variables)})…
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
