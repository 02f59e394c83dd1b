import { Button, Group, Popover, Radio, Stack, TextInput } from '@mantine/core';
import { FilterFace } from '#web/platform/list/filter-face.tsx';
import { dueWords, dues } from './task-filters.ts';
import classes from './tasks.module.css';

type Chosen = { due?: string | undefined; dueFrom?: string | undefined; dueTo?: string | undefined };
type Props = { chosen: Chosen; onChange: (chosen: Chosen) => void };

/** DUE: a word, or days from and to; the one takes the place of the other. */
export function DueFilter({ chosen: { due, dueFrom, dueTo }, onChange }: Props) {
  const words = dueWords({ due, dueFrom, dueTo });
  const choose = (chosen: Chosen) => onChange({ due: undefined, dueFrom: undefined, dueTo: undefined, ...chosen });
  return (
    <Popover position="bottom-start" shadow="md" trapFocus transitionProps={{ duration: 80 }}>
      <Popover.Target>
        <FilterFace label="DUE" chosen={words ? [words] : []} />
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="md">
          <Radio.Group value={due ?? ''} onChange={(value) => choose({ due: value })} aria-label="Due">
            <Stack gap="sm">
              {dues.map(({ value, label }) => (
                <Radio key={value} value={value} label={label} size="xs" />
              ))}
            </Stack>
          </Radio.Group>
          <Group gap="sm" wrap="nowrap" className={classes.days ?? ''}>
            <TextInput
              type="date"
              label="From"
              value={dueFrom ?? ''}
              max={dueTo}
              onChange={({ currentTarget: { value } }) => choose({ dueFrom: value || undefined, dueTo })}
            />
            <TextInput
              type="date"
              label="To"
              value={dueTo ?? ''}
              min={dueFrom}
              onChange={({ currentTarget: { value } }) => choose({ dueFrom, dueTo: value || undefined })}
            />
          </Group>
          {words && (
            <Button size="xs" onClick={() => choose({})}>
              Clear
            </Button>
          )}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
