import { PasswordInput, TextInput } from '@mantine/core';
import { IconLock, IconMail, IconUser } from '@tabler/icons-react';

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
