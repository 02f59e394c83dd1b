import { Button, Group, Select, Stack, Text, Title } from '@mantine/core';
import type { Import } from '#domain/imports/import.ts';
import { type MappedColumn, Mapping, type MappingGuess } from '#domain/imports/mapping.ts';
import { submitAs, useSchemaForm } from '#web/platform/form.ts';
import { ProblemAlert } from '#web/platform/problem-alert.tsx';
import { useSubmit } from '#web/platform/submit.ts';
import { useMapImport } from './import-queries.ts';
import classes from './imports.module.css';

const targets: { field: MappedColumn; label: string; about?: string; isNeeded?: boolean }[] = [
  {
    field: 'customerColumn',
    label: 'Customer',
    about: 'Your own number or name for them. Without one, the e-mail or the name tells customers apart.',
  },
  { field: 'emailColumn', label: 'E-mail' },
  { field: 'nameColumn', label: 'Name' },
  { field: 'dateColumn', label: 'Date', isNeeded: true },
  { field: 'amountColumn', label: 'Amount', isNeeded: true },
  {
    field: 'currencyColumn',
    label: 'Currency',
    about: 'Without one, every amount is in the currency of your business.',
  },
  { field: 'placeColumn', label: 'Town', about: 'Where the customer lives: the population score follows from it.' },
  {
    field: 'countryColumn',
    label: 'Country',
    about: 'Of the town; without one, the largest town of that name is taken.',
  },
  { field: 'bornColumn', label: 'Born on', about: 'Written as the days of the payments are.' },
];

const dateForms = [
  { value: 'year-month-day', label: 'Year-month-day, 2026-03-31' },
  { value: 'day.month.year', label: 'Day.month.year, 31.03.2026' },
  { value: 'day/month/year', label: 'Day/month/year, 31/03/2026' },
  { value: 'month/day/year', label: 'Month/day/year, 03/31/2026' },
];
const decimalMarks = [
  { value: '.', label: 'Point, 11.77' },
  { value: ',', label: 'Comma, 11,77' },
];

const missing: Partial<Record<keyof MappingGuess, string>> = {
  dateColumn: 'Please choose the column of the days',
  amountColumn: 'Please choose the column of the amounts',
  dateForm: 'Please say how the file writes its days',
};

/** What each column is: our guess, for the person to say yes to or to correct. */
export function MappingForm({ job }: { job: Import }) {
  const form = useSchemaForm<MappingGuess>(Mapping, job.mapping);
  const { submit, problem, isPending } = useSubmit(form, useMapImport(job.id).mutateAsync, () => undefined);
  const columns = job.columns.map(({ name }, at) => ({ value: String(at), label: name }));
  const isOpen = job.state === 'mapping';

  const errorOf = (field: keyof MappingGuess) =>
    form.errors[field] && (form.values[field] === null && missing[field] ? missing[field] : form.errors[field]);
  const samplesOf = (at: number | null) => job.columns[at ?? -1]?.samples.join(' · ');

  return (
    <form onSubmit={submitAs(form, Mapping, submit)} noValidate className={classes.mapping}>
      <Stack gap="md">
        <div>
          <Title order={2} className={classes.title}>
            Columns
          </Title>
          <Text c="dimmed">
            {isOpen
              ? 'We could not tell all of them by their names. Please choose; nothing is stored yet.'
              : 'Guessed from their names and what stands in them. Wrong? Choose again; nothing is stored yet.'}
          </Text>
        </div>
        <ProblemAlert problem={problem} />
        <div className={classes.fields}>
          {targets.map(({ field, label, about, isNeeded = false }) => (
            <Select
              key={field}
              label={label}
              withAsterisk={isNeeded}
              clearable={!isNeeded}
              searchable={columns.length > 12}
              placeholder={isNeeded ? 'Choose a column' : 'None'}
              description={samplesOf(form.values[field]) ?? about ?? ' '}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              data={columns}
              {...form.getInputProps(field)}
              value={form.values[field] === null ? null : String(form.values[field])}
              onChange={(at) => form.setFieldValue(field, at === null ? null : Number(at))}
              error={errorOf(field)}
            />
          ))}
          <Select
            label="Days are written as"
            withAsterisk
            allowDeselect={false}
            placeholder="Choose"
            data={dateForms}
            {...form.getInputProps('dateForm')}
            error={errorOf('dateForm')}
          />
          <Select
            label="Decimals stand after a"
            withAsterisk
            allowDeselect={false}
            data={decimalMarks}
            {...form.getInputProps('decimalMark')}
          />
        </div>
        <Group>
          <Button
            type="submit"
            variant={isOpen ? 'filled' : 'default'}
            loading={isPending}
            disabled={!isOpen && job.state !== 'failed' && !form.isDirty()}
          >
            {isOpen ? 'Check the rows' : 'Check again'}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
