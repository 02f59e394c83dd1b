import { Alert } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import type { Problem } from '#domain/kernel/problem.ts';
import classes from './problem-alert.module.css';

/** The problem's sentence, read out when it appears; the icon says "Error" to those who do not see it. */
export function ProblemAlert({ problem }: { problem: Problem | null }) {
  if (!problem) return null;
  return (
    <Alert
      role="alert"
      variant="outline"
      icon={<IconAlertCircle size={16} stroke={1.5} role="img" aria-label="Error" />}
      classNames={{ root: classes.root, icon: classes.icon, message: classes.message }}
    >
      {problem.title}
      {problem.detail && <div className={classes.detail}>{problem.detail}</div>}
      {problem.status >= 500 && problem.instance && <div className={classes.detail}>Reference: {problem.instance}</div>}
    </Alert>
  );
}
