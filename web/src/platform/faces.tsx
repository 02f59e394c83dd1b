import { Button, Skeleton, Stack, Text, Title } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { type ReactNode, useEffect, useState } from 'react';
import { problemIn } from './problem-of.ts';
import { ProblemAlert } from './problem-alert.tsx';
import { Star } from './star.tsx';
import classes from './faces.module.css';

const patienceMs = 150;

/** What will be here, and the one thing to do about it. */
export function Empty({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className={classes.empty}>
      <Star size={32} className={classes.art} />
      <Title order={2}>{title}</Title>
      {children && (
        <Text component="div" c="dimmed" size="md">
          {children}
        </Text>
      )}
      {action}
    </div>
  );
}

/** Rows in their final height; a quick answer shows no skeleton at all. */
export function Loading({ rows = 6, label = 'Loading' }: { rows?: number; label?: string }) {
  const [isLate, setIsLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(setIsLate, patienceMs, true);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div role="status" aria-label={label} className={classes.loading}>
      {isLate &&
        Array.from({ length: rows }, (_, row) => (
          <div key={row} className={classes.row}>
            <Skeleton width={`${24 + ((row * 7) % 20)}%`} />
            <Skeleton width={`${14 + ((row * 5) % 12)}%`} />
          </div>
        ))}
    </div>
  );
}

/** What happened, that nothing was lost, and another try. */
export function Failed({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <Stack gap="md" align="flex-start" className={classes.failed}>
      <ProblemAlert problem={problemIn(error)} />
      <Button onClick={retry}>Retry</Button>
    </Stack>
  );
}

export function NoPermission({ whom = 'an admin' }: { whom?: string }) {
  return (
    <div className={classes.empty}>
      <IconLock size={32} stroke={1.25} aria-hidden className={classes.art} />
      <Title order={1}>This page is not open to you</Title>
      <Text c="dimmed" size="md">
        Your role does not allow it. Please ask {whom} of your business.
      </Text>
    </div>
  );
}
