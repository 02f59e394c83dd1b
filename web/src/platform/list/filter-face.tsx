import { UnstyledButton } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import type { ComponentPropsWithRef } from 'react';
import classes from './toolbar.module.css';

type Props = Omit<ComponentPropsWithRef<'button'>, 'children'> & {
  label: string;
  /** What is chosen, in words. */
  chosen: readonly string[];
};

/** The button of a filter: its name in capitals, and the first of what is chosen. */
export const FilterFace = ({ label, chosen, className = '', ...button }: Props) => (
  <UnstyledButton className={`${classes.filter} ${className}`} data-on={chosen.length > 0 || undefined} {...button}>
    {label}
    {chosen[0] !== undefined && <em>{chosen[0]}</em>}
    {chosen.length > 1 && <em>+{chosen.length - 1}</em>}
    <IconChevronDown size={14} stroke={1.5} aria-hidden />
  </UnstyledButton>
);
