import { Menu } from '@mantine/core';
import { type Filter, labelOf } from './filter.ts';
import { FilterFace } from './filter-face.tsx';

type Props = { filter: Filter; chosen: readonly string[]; onChange: (chosen: string[]) => void };

/** VERIFIED, ROLE, STATUS: what is chosen stands in the button. */
export function FilterButton({ filter, chosen, onChange }: Props) {
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <FilterFace label={filter.label} chosen={chosen.map((value) => labelOf(filter, value))} />
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
