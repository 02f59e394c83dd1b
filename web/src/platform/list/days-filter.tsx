import { Button, Group, Popover, Radio, Stack, TextInput } from '@mantine/core';
import type { Days, Words } from './days.ts';
import { FilterFace } from './filter-face.tsx';
import classes from './days-filter.module.css';

type Props<Word extends string> = {
  /** In capitals, as the filters beside it. */
  label: string;
  name: string;
  words: Words<Word>;
  chosen: Days<Word>;
  /** What is chosen, in words; undefined: nothing. */
  said: string | undefined;
  onChange: (chosen: Days<Word>) => void;
};

/** A filter by days: the word takes the place of the days, and they of it. */
export function DaysFilter<Word extends string>({ label, name, words, chosen, said, onChange }: Props<Word>) {
  const { word, from, to } = chosen;
  return (
    <Popover position="bottom-start" shadow="md" trapFocus transitionProps={{ duration: 80 }}>
      <Popover.Target>
        <FilterFace label={label} chosen={said ? [said] : []} />
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="md">
          <Radio.Group value={word ?? ''} onChange={(value) => onChange({ word: value as Word })} aria-label={name}>
            <Stack gap="sm">
              {words.map((one) => (
                <Radio key={one.value} value={one.value} label={one.label} size="xs" />
              ))}
            </Stack>
          </Radio.Group>
          <Group gap="sm" wrap="nowrap" className={classes.days ?? ''}>
            <TextInput
              type="date"
              label="From"
              value={from ?? ''}
              max={to}
              onChange={({ currentTarget: { value } }) => onChange({ from: value || undefined, to })}
            />
            <TextInput
              type="date"
              label="To"
              value={to ?? ''}
              min={from}
              onChange={({ currentTarget: { value } }) => onChange({ from, to: value || undefined })}
            />
          </Group>
          {said && (
            <Button size="xs" onClick={() => onChange({})}>
              Clear
            </Button>
          )}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
