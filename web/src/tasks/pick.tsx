import { Combobox, useCombobox } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import classes from './tasks.module.css';

export type Option = { value: string; label: string; sub?: string | null };

type Props = {
  /** What is picked: "customer". */
  noun: string;
  options: readonly Option[];
  /** Told what is typed, when the server searches; otherwise the options are searched here. */
  onSearch?: (typed: string) => void;
  /** Told when the options are needed, and before that they are not. */
  onOpen?: () => void;
  isLoading?: boolean;
  onPick: (value: string) => void;
  /** Stands under the options while something is chosen. */
  onClear?: (() => void) | undefined;
  /** The button that opens it. */
  renderTarget: (toggle: () => void) => ReactNode;
};

/** One of many, found by typing, behind a button. */
export function Pick({ noun, options, onSearch, onOpen, isLoading = false, onPick, onClear, renderTarget }: Props) {
  const [typed, setTyped] = useState('');
  const search = (text: string) => {
    setTyped(text);
    onSearch?.(text);
  };
  const box = useCombobox({
    onDropdownClose: () => {
      box.resetSelectedOption();
      box.focusTarget();
      search('');
    },
    onDropdownOpen: () => {
      onOpen?.();
      box.focusSearchInput();
    },
  });
  const q = typed.trim().toLowerCase();
  const shown = onSearch ? options : options.filter(({ label, sub }) => `${label} ${sub}`.toLowerCase().includes(q));
  return (
    <Combobox
      store={box}
      width={280}
      position="bottom-start"
      shadow="md"
      transitionProps={{ duration: 80 }}
      onOptionSubmit={(value) => {
        if (value === clear) onClear?.();
        else onPick(value);
        box.closeDropdown();
      }}
    >
      <Combobox.Target targetType="button">{renderTarget(() => box.toggleDropdown())}</Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Search
          value={typed}
          onChange={(event) => {
            search(event.currentTarget.value);
            box.selectFirstOption();
          }}
          aria-label={`Search ${noun}s`}
          placeholder="Type a name or an e-mail"
        />
        <Combobox.Options className={classes.picks ?? ''}>
          {shown.length === 0 && <Combobox.Empty>{isLoading ? 'Loading…' : `No ${noun} matches`}</Combobox.Empty>}
          {shown.map(({ value, label, sub }) => (
            <Combobox.Option key={value} value={value}>
              <div className="cut">{label}</div>
              {sub && <div className={`cut ${classes.sub}`}>{sub}</div>}
            </Combobox.Option>
          ))}
          {onClear && <Combobox.Option value={clear}>Clear</Combobox.Option>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

const clear = 'clear';
