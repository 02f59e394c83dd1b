import { Button, Group, Modal, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Problem } from '#domain/kernel/problem.ts';
import { ProblemAlert } from '#web/platform/problem-alert.tsx';

type Props = {
  title: string;
  /** The button's verb says what will happen, and to how many. */
  verb: string;
  isDanger?: boolean;
  isReady?: boolean;
  /** The other button, where "Cancel" could be misread. */
  otherwise?: string;
  isPending: boolean;
  problem: Problem | null;
  onConfirm: () => void;
  onClose: () => void;
  children: ReactNode;
};

/** Asks before something that many people would notice. */
export const ConfirmDialog = ({
  title,
  verb,
  isDanger = false,
  isReady = true,
  otherwise = 'Cancel',
  ...props
}: Props) => (
  <Modal opened onClose={props.onClose} title={title} closeButtonProps={{ 'aria-label': 'Close' }}>
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) props.onConfirm();
      }}
    >
      <Stack gap="lg">
        {props.children}
        <ProblemAlert problem={props.problem} />
        <Group justify="flex-end" gap="sm">
          <Button size="md" onClick={props.onClose}>
            {otherwise}
          </Button>
          <Button
            size="md"
            type="submit"
            {...(isDanger ? { variant: 'outline', color: 'red' } : { variant: 'filled' })}
            disabled={!isReady}
            loading={props.isPending}
          >
            {verb}
          </Button>
        </Group>
      </Stack>
    </form>
  </Modal>
);
