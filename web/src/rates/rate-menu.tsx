import { ActionIcon, Menu } from '@mantine/core';
import { IconDots, IconPencil, IconX } from '@tabler/icons-react';

type Props = { name: string; onChange: () => void; onRemove: () => void };

export const RateMenu = ({ name, onChange, onRemove }: Props) => (
  <Menu position="bottom-end">
    <Menu.Target>
      <ActionIcon aria-label={`Actions for ${name}`}>
        <IconDots size={16} stroke={1.5} />
      </ActionIcon>
    </Menu.Target>
    <Menu.Dropdown>
      <Menu.Item leftSection={<IconPencil size={16} stroke={1.5} aria-hidden />} onClick={onChange}>
        Change…
      </Menu.Item>
      <Menu.Item leftSection={<IconX size={16} stroke={1.5} aria-hidden />} c="var(--danger)" onClick={onRemove}>
        Remove…
      </Menu.Item>
    </Menu.Dropdown>
  </Menu>
);
