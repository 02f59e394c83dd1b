import { Button, Menu } from '@mantine/core';
import { IconColumns3 } from '@tabler/icons-react';
import type { NamedColumn } from './column.ts';

type Props = {
  columns: readonly NamedColumn[];
  hidden: readonly string[];
  onChange: (hidden: string[]) => void;
};

/** Which columns stand in the table; their order is kept, and the first stays. */
export function ColumnPicker({ columns, hidden, onChange }: Props) {
  const ids = columns.map(({ id }) => id);
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="subtle" color="gray" leftSection={<IconColumns3 size={16} stroke={1.5} />}>
          Columns
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.CheckboxGroup
          value={ids.filter((id) => !hidden.includes(id))}
          onChange={(shown) => onChange(ids.filter((id) => !shown.includes(id)))}
        >
          {columns.map(({ id, header }, index) => (
            <Menu.CheckboxItem key={id} value={id} disabled={index === 0}>
              {header}
            </Menu.CheckboxItem>
          ))}
        </Menu.CheckboxGroup>
      </Menu.Dropdown>
    </Menu>
  );
}
