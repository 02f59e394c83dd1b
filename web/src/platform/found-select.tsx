import { Select, type SelectProps } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useState } from 'react';

/** `name` is the thing alone, `label` with what tells it from others. */
export type Found = { value: string; label: string; name: string };

type Props = Omit<SelectProps, 'data' | 'searchable' | 'searchValue' | 'onSearchChange' | 'filter' | 'onChange'> & {
  /** What fits the latest question. */
  found: readonly Found[];
  onAsk: (q: string) => void;
  /** The one chosen before anybody typed, where the page knows it. */
  first?: Found | undefined;
  onChange?: (value: string | null, found: Found | null) => void;
};

/** What a field over such a select may say about it. */
export type FoundFieldProps = Omit<Props, 'found' | 'onAsk'>;

/** One of many, found while somebody types. */
export function FoundSelect({ found, onAsk, first, onChange, ...props }: Props) {
  const [typed, setTyped] = useState('');
  const [picked, setPicked] = useState<Found | null>(null);
  const ask = useDebouncedCallback(onAsk, 120);
  const chosen = [picked, first].find((one) => one?.value === props.value);
  const data = chosen && !found.some(({ value }) => value === chosen.value) ? [chosen, ...found] : [...found];
  const choose = (value: string | null): void => {
    const next = data.find((one) => one.value === value) ?? null;
    setPicked(next);
    onChange?.(value, next);
  };

  return (
    <Select
      {...props}
      searchable
      // The list would hide the sentence under a field that is focused for its error.
      openOnFocus={false}
      searchValue={typed}
      onSearchChange={(text) => {
        setTyped(text);
        if (text === '' && props.clearable && chosen) choose(null);
        // The field shows the chosen one's words; those are no question.
        ask(data.some(({ label }) => label === text) ? '' : text);
      }}
      filter={({ options }) => options}
      data={data}
      onChange={choose}
    />
  );
}
