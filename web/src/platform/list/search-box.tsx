import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { type Ref, useState } from 'react';
import classes from './toolbar.module.css';

type Props = {
  ref: Ref<HTMLInputElement>;
  label: string;
  placeholder: string;
  q: string;
  onSearch: (q: string) => void;
};

/** What is typed goes into the address after a moment; what comes from the address, as by "back", stands in the field. */
export function SearchBox({ ref, label, placeholder, q, onSearch }: Props) {
  const [typed, setTyped] = useState(q);
  const [known, setKnown] = useState(q);
  const search = useDebouncedCallback((text: string) => {
    setKnown(text.trim());
    onSearch(text.trim());
  }, 80);
  if (q !== known) {
    setKnown(q);
    setTyped(q);
  }
  return (
    <TextInput
      ref={ref}
      type="search"
      className={classes.search}
      aria-label={label}
      aria-keyshortcuts="/"
      placeholder={placeholder}
      leftSection={<IconSearch size={16} stroke={1.5} />}
      maxLength={100}
      value={typed}
      onChange={({ currentTarget: { value } }) => {
        setTyped(value);
        search(value);
      }}
    />
  );
}
