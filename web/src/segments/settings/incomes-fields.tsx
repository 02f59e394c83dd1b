import { ActionIcon, Button, NumberInput, Select, Title } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useId } from 'react';
import { incomeOf } from '#domain/places/market.ts';
import { countryName } from '#web/platform/country-name.ts';
import { countryOptions } from '#web/places/place-words.ts';
import type { Form } from '#web/platform/form.ts';
import { labels, type SettingsValues } from './settings-values.ts';
import classes from './segment-settings.module.css';

/** Where the business knows better than the published figure. */
export function IncomesFields({ form }: { form: Form<SettingsValues> }) {
  const [title, text] = [useId(), useId()];
  return (
    <div role="group" aria-labelledby={title} aria-describedby={text} className={classes.group}>
      <Title order={3} id={title}>
        {labels.incomes}
      </Title>
      <p id={text} className={classes.hint}>
        The population score weighs a town by the income per head of its country, in international dollars. Here you can
        say it otherwise. World Bank figures of 2022, by Gapminder, are used where you say nothing.
      </p>
      {form.values.incomes.map(({ country }, at) => (
        <IncomeRow key={at} form={form} country={country} at={at} />
      ))}
      <Button
        w="fit-content"
        leftSection={<IconPlus size={14} stroke={1.5} />}
        onClick={() => form.insertListItem('incomes', { country: '', income: '' })}
      >
        Add a country
      </Button>
    </div>
  );
}

function IncomeRow({ form, country, at }: { form: Form<SettingsValues>; country: string; at: number }) {
  const published = country ? incomeOf(country) : null;
  return (
    <div className={classes.income}>
      <Select
        size="md"
        label="Country"
        placeholder="Choose a country"
        searchable
        allowDeselect={false}
        data={countryOptions}
        {...form.getInputProps(`incomes.${at}.country`)}
      />
      <NumberInput
        size="md"
        label="Income per head"
        hideControls
        thousandSeparator=","
        allowNegative={false}
        {...(published !== null && { placeholder: `Published: ${Math.round(published).toLocaleString('en')}` })}
        {...form.getInputProps(`incomes.${at}.income`)}
      />
      <ActionIcon
        size={40}
        aria-label={country ? `Remove ${countryName(country)}` : 'Remove this country'}
        onClick={() => form.removeListItem('incomes', at)}
      >
        <IconX size={16} stroke={1.5} />
      </ActionIcon>
    </div>
  );
}
