import { NumberInput, PasswordInput, Select, TextInput } from '@mantine/core';
import { IconLock, IconMail, IconUser } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { JoiningRole } from '#domain/accounts/account.ts';
import { roleNames } from '#web/members/role-names.ts';
import classes from './account-fields.module.css';

/** What `form.getInputProps(name)` gives, and what a page wants to add. */
type Props = Record<string, unknown>;

const shared = { size: 'md', withAsterisk: true } as const;
const icon = { size: 16, stroke: 1.5, 'aria-hidden': true } as const;

export const NameField = (props: Props) => <TextInput {...shared} label="Name" autoComplete="name" {...props} />;

/** The newcomer's e-mail has a person, that of the returning one an envelope. */
export const EmailField = ({ isNew = false, ...props }: Props & { isNew?: boolean }) => (
  <TextInput
    {...shared}
    label="Email"
    type="email"
    autoComplete={isNew ? 'email' : 'username'}
    leftSection={isNew ? <IconUser {...icon} /> : <IconMail {...icon} />}
    {...props}
  />
);

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

export const PasswordField = ({ isNew = false, ...props }: Props & { isNew?: boolean }) => (
  <PasswordInput
    {...shared}
    label="Password"
    autoComplete={isNew ? 'new-password' : 'current-password'}
    leftSection={<IconLock {...icon} />}
    visibilityToggleButtonProps={{ 'aria-label': 'Show the password' }}
    {...props}
  />
);

/** Side by side: an age needs little room. */
export const AgeAndRole = ({ children }: { children: ReactNode }) => (
  <div className={classes.ageAndRole}>{children}</div>
);
