import {
  type MantineColorScheme,
  Menu,
  Text,
  UnstyledButton,
  useMantineColorScheme,
  VisuallyHidden,
} from '@mantine/core';
import { type Icon, IconDeviceDesktop, IconLogout, IconMoon, IconSun, IconUserCircle } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useMe } from '#web/members/me.ts';
import { roleNames } from '#web/members/role-names.ts';
import { useSignOut } from '#web/members/use-sign-out.tsx';
import { Avatar } from '#web/platform/person.tsx';
import { PresenceDot } from '#web/presence/presence-dot.tsx';
import classes from './user-menu.module.css';

const schemes: { value: 'auto' | 'light' | 'dark'; label: string; icon: Icon }[] = [
  { value: 'auto', label: 'Like the system', icon: IconDeviceDesktop },
  { value: 'light', label: 'Light', icon: IconSun },
  { value: 'dark', label: 'Dark', icon: IconMoon },
];

export function UserMenu() {
  const { member } = useMe();
  const { signOut, dialog } = useSignOut();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <>
      <Menu position="bottom-end" width={240}>
        <Menu.Target>
          <UnstyledButton className={classes.target}>
            <VisuallyHidden>Your account, {member.name}</VisuallyHidden>
            <span className={classes.face}>
              <Avatar person={member} size={32} />
              <PresenceDot memberId={member.id} at="corner" />
            </span>
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          <div className={classes.who}>
            <Text fw={550} size="md" truncate>
              {member.name}
            </Text>
            <Text c="dimmed" size="sm" truncate>
              {roleNames[member.role]} · {member.email}
            </Text>
          </div>
          <Menu.Divider />
          <Menu.Item component={Link} to="/profile" leftSection={<IconUserCircle size={16} stroke={1.5} aria-hidden />}>
            Profile
          </Menu.Item>
          <Menu.Divider />
          <Menu.Label>Appearance</Menu.Label>
          <Menu.RadioGroup value={colorScheme} onChange={(value) => setColorScheme(value as MantineColorScheme)}>
            {schemes.map(({ value, label, icon: Sign }) => (
              <Menu.RadioItem key={value} value={value} rightSection={<Sign size={16} stroke={1.5} aria-hidden />}>
                {label}
              </Menu.RadioItem>
            ))}
          </Menu.RadioGroup>
          <Menu.Divider />
          <Menu.Item leftSection={<IconLogout size={16} stroke={1.5} aria-hidden />} onClick={signOut}>
            Log out
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {dialog}
    </>
  );
}
