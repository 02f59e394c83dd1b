import { Select, TextInput } from '@mantine/core';
import { slugOf } from '#domain/accounts/account.ts';
import { currencies } from '#domain/kernel/money.ts';
import type { Form } from '#web/platform/form.ts';
import type { OpenFormValues } from './open-form.tsx';

const currencyNames = new Intl.DisplayNames('en', { type: 'currency' });
const currencyChoices = currencies.map((value) => ({ value, label: `${value} · ${currencyNames.of(value)}` }));

/** A browser may stand in a zone that its own list leaves out, such as UTC. */
const zonesWith = (zone: string): string[] => {
  const known = Intl.supportedValuesOf('timeZone');
  return known.includes(zone) ? known : [zone, ...known];
};

const shared = { size: 'md', withAsterisk: true } as const;

export function BusinessFields({ form, readOnly }: { form: Form<OpenFormValues>; readOnly: boolean }) {
  const { businessName, slug, timeZone } = form.values;
  const isSuggested = slug === slugOf(businessName);
  const name = (value: string) => {
    form.setFieldValue('businessName', value);
    // A suggestion follows the name until somebody has typed an address of their own.
    if (isSuggested) form.setFieldValue('slug', slugOf(value));
  };
  return (
    <>
      <TextInput
        {...shared}
        label="Business name"
        autoComplete="organization"
        {...form.getInputProps('businessName')}
        onChange={(event) => name(event.currentTarget.value)}
        readOnly={readOnly}
      />
      <TextInput
        {...shared}
        label="Address"
        description={`Customers sign up at ${location.host}/w/${slug || '…'}/signup`}
        {...form.getInputProps('slug')}
        readOnly={readOnly}
      />
      <Select
        {...shared}
        label="Currency"
        data={currencyChoices}
        searchable
        allowDeselect={false}
        {...form.getInputProps('currency')}
        readOnly={readOnly}
      />
      <Select
        {...shared}
        label="Time zone"
        data={zonesWith(timeZone)}
        searchable
        allowDeselect={false}
        {...form.getInputProps('timeZone')}
        readOnly={readOnly}
      />
    </>
  );
}
