import { Button, Group, Popover, Radio, Stack, TextInput } from '@mantine/core';
import { FilterFace } from '#web/platform/list/filter-face.tsx';
import { type Period, type PeriodChoice, periods, periodWords } from './period.ts';
import classes from './payments.module.css';

type Props = { chosen: PeriodChoice; onChange: (chosen: PeriodChoice) => void };

/** DATES: a word such as "Last 30 days", or days from and to; the one takes the place of the other. */
export function PeriodFilter({ chosen: { period, from, to }, onChange }: Props) {
  const words = periodWords({ period, from, to });
  const choose = (chosen: PeriodChoice) => onChange({ period: undefined, from: undefined, to: undefined, ...chosen });
  return (
    <Popover position="bottom-start" shadow="md" trapFocus transitionProps={{ duration: 80 }}>
      <Popover.Target>
        <FilterFace label="DATES" chosen={words ? [words] : []} />
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="md">
          <Radio.Group
            value={period ?? ''}
            onChange={(value) => choose({ period: value as Period })}
            aria-label="Dates"
          >
            <Stack gap="sm">
              {periods.map(({ value, label }) => (
                <Radio key={value} value={value} label={label} size="xs" />
              ))}
            </Stack>
          </Radio.Group>
          <Group gap="sm" wrap="nowrap" className={classes.days ?? ''}>
            <TextInput
              type="date"
              label="From"
              value={from ?? ''}
              max={to}
              onChange={({ currentTarget: { value } }) => choose({ from: value || undefined, to })}
            />
            <TextInput
              type="date"
              label="To"
              value={to ?? ''}
              min={from}
              onChange={({ currentTarget: { value } }) => choose({ from, to: value || undefined })}
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
