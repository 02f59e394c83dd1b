import { Anchor, Group, Select } from '@mantine/core';
import { VillageSize } from '#domain/places/place.ts';
import type { Form } from '#web/platform/form.ts';
import type { FactsValues } from './facts-values.ts';
import { countryOptions, sizeNames } from './place-words.ts';
import { TownSelect } from './town-select.tsx';

const sizes = VillageSize.options.map((value) => ({ value, label: sizeNames[value] }));

/** A town of the list, or for a smaller place its country and how many live there. */
export function PlaceFields({ form }: { form: Form<FactsValues> }) {
  const turn = (isSmaller: boolean) => {
    form.clearErrors();
    form.setFieldValue('isSmaller', isSmaller);
  };
  if (!form.values.isSmaller) {
    return (
      <div>
        <TownSelect
          size="md"
          label="Place"
          data-autofocus
          {...form.getInputProps('place')}
          value={form.values.place}
          onChange={(town) => form.setFieldValue('place', town)}
        />
        <Anchor component="button" type="button" size="md" mt="xs" onClick={() => turn(true)}>
          A smaller place, not in the list
        </Anchor>
      </div>
    );
  }
  return (
    <div>
      <Group gap="sm" align="flex-start" grow preventGrowOverflow={false}>
        <Select
          size="md"
          label="Country"
          withAsterisk
          searchable
          autoFocus
          openOnFocus={false}
          placeholder="Choose a country"
          data={countryOptions}
          {...form.getInputProps('country')}
        />
        <Select
          size="md"
          label="How many live there"
          withAsterisk
          allowDeselect={false}
          placeholder="Choose"
          data={sizes}
          {...form.getInputProps('size')}
        />
      </Group>
      <Anchor component="button" type="button" size="md" mt="xs" onClick={() => turn(false)}>
        Choose a town of the list
      </Anchor>
    </div>
  );
}
