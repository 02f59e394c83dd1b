import { Button, Group } from '@mantine/core';

type Props = { verb: string; isCapital?: boolean; isPending: boolean; onClose: () => void };

export const FormButtons = ({ verb, isCapital = false, isPending, onClose }: Props) => (
  <Group justify="flex-end" gap="sm">
    <Button size="md" onClick={onClose}>
      Cancel
    </Button>
    <Button size="md" type="submit" variant="filled" {...(isCapital && { className: 'cap' })} loading={isPending}>
      {verb}
    </Button>
  </Group>
);
