import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import type { Difference } from './user-values.ts';
import classes from './members.module.css';

type Props = {
  name: string;
  differences: readonly Difference[];
  onKeep: () => void;
  onTake: () => void;
  onClose: () => void;
};

/** Somebody else was faster: both values stand side by side, and what was typed is kept. */
export const ConflictDialog = ({ name, differences, onKeep, onTake, onClose }: Props) => (
  <Modal
    opened
    onClose={onClose}
    title={`${name} was changed by somebody else`}
    closeButtonProps={{ 'aria-label': 'Close' }}
  >
    <Stack gap="lg">
      <Text>What you typed is kept. Which one should stand?</Text>
      <table className={classes.differences}>
        <thead>
          <tr>
            <th scope="col">Field</th>
            <th scope="col">Stands now</th>
            <th scope="col">You typed</th>
          </tr>
        </thead>
        <tbody>
          {differences.map(({ label, now, typed }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{now}</td>
              <td>{typed}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Group justify="flex-end" gap="sm">
        <Button size="md" onClick={onTake}>
          Take what stands now
        </Button>
        <Button size="md" variant="filled" onClick={onKeep}>
          Save what I typed
        </Button>
      </Group>
    </Stack>
  </Modal>
);
