import { Menu, UnstyledButton } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { type Filter, labelOf } from './filter.ts';
import classes from './toolbar.module.css';

type Props = { filter: Filter; chosen: readonly string[]; onChange: (chosen: string[]) => void };

/** VERIFIED, ROLE, STATUS: what is chosen stands in the button. */
export function FilterButton({ filter, chosen, onChange }: Props) {
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <UnstyledButton className={classes.filter} data-on={chosen.length > 0 || undefined}>
          {filter.label}
          {chosen[0] !== undefined && <em>{labelOf(filter, chosen[0])}</em>}
          {chosen.length > 1 && <em>+{chosen.length - 1}</em>}
          <IconChevronDown size={14} stroke={1.5} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {filter.several ? (
          <Menu.CheckboxGroup value={[...chosen]} onChange={onChange}>
            {filter.options.map(({ value, label }) => (
              <Menu.CheckboxItem key={value} value={value}>
                {label}
              </Menu.CheckboxItem>
            ))}
          </Menu.CheckboxGroup>
        ) : (
          <Menu.RadioGroup value={chosen[0] ?? ''} onChange={(value) => onChange([value])}>
            {filter.options.map(({ value, label }) => (
              <Menu.RadioItem key={value} value={value} closeMenuOnClick>
                {label}
              </Menu.RadioItem>
            ))}
          </Menu.RadioGroup>
        )}
        {chosen.length > 0 && (
          <>
            <Menu.Divider />
            <Menu.Item onClick={() => onChange([])}>Clear</Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
