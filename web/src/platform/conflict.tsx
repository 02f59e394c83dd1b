import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import classes from './conflict.module.css';

/** A field that somebody else has saved otherwise meanwhile, in words. */
export type ConflictField = { label: string; mine: string; theirs: string };

type Props = {
  /** What was changed, such as "Ring resize" or "Your profile". */
  name: string;
  fields: readonly ConflictField[];
  /** Save what was typed over what stands now. */
  onKeep: () => void;
  onTake: () => void;
  /** Back to the form: what was typed is still in it. */
  onClose: () => void;
};

/** Somebody else was faster: both values stand side by side, and what was typed is kept until its owner decides. */
export const ConflictDialog = ({ name, fields, onKeep, onTake, onClose }: Props) => (
  <Modal
    opened
    onClose={onClose}
    title={`${name} was changed by somebody else`}
    closeButtonProps={{ 'aria-label': 'Close' }}
  >
    <Stack gap="lg">
      <Text>
        What you typed is kept.{' '}
        {fields.length > 0 ? 'Which one should stand?' : 'Nothing that you changed was changed there.'}
      </Text>
      {fields.length > 0 && <Fields fields={fields} />}
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

const Fields = ({ fields }: Pick<Props, 'fields'>) => (
  <table className={classes.fields}>
    <thead>
      <tr>
        <th scope="col">Field</th>
        <th scope="col">Stands now</th>
        <th scope="col">You typed</th>
      </tr>
    </thead>
    <tbody>
      {fields.map(({ label, theirs, mine }) => (
        <tr key={label}>
          <th scope="row">{label}</th>
          <td>{theirs}</td>
          <td>{mine}</td>
        </tr>
      ))}
    </tbody>
  </table>
);
