import { NumberInput, Select } from '@mantine/core';
import type { ReactNode } from 'react';
import { JoiningRole } from '#domain/accounts/account.ts';
import { roleNames } from '#web/members/role-names.ts';
import classes from './joining-fields.module.css';

/** What `form.getInputProps(name)` gives, and what a page wants to add. */
type Props = Record<string, unknown>;

const shared = { size: 'md', withAsterisk: true } as const;

export const AgeField = (props: Props) => (
  <NumberInput {...shared} label="Age" allowDecimal={false} allowNegative={false} hideControls {...props} />
);

export const RoleField = (props: Props) => (
  <Select
    {...shared}
    label="Role"
    data={JoiningRole.options.map((value) => ({ value, label: roleNames[value] }))}
    allowDeselect={false}
    {...props}
  />
);

/** Side by side: an age needs little room. */
export const AgeAndRole = ({ children }: { children: ReactNode }) => (
  <div className={classes.ageAndRole}>{children}</div>
);
