import { type MantineColorScheme, useMantineColorScheme } from '@mantine/core';
import type { ReactNode } from 'react';
import { useMe } from '#web/members/me.ts';
import { roleNames } from '#web/members/role-names.ts';
import { Section } from '#web/platform/section.tsx';
import classes from './profile.module.css';

const themes: Record<MantineColorScheme, string> = { auto: 'Follow the system', light: 'Light', dark: 'Dark' };

export function PersonalInformation() {
  const { member, workspace } = useMe();
  const { colorScheme } = useMantineColorScheme();
  return (
    <Section title="Personal Information">
      <dl className={classes.facts}>
        <Fact name="Name">{member.name}</Fact>
        <Fact name="Age">{member.age ?? 'Not said yet'}</Fact>
        <Fact name="Role">{roleNames[member.role]}</Fact>
        <Fact name="Email">{member.email}</Fact>
        <Fact name="Language and zone">English · {workspace.timeZone}</Fact>
        <Fact name="Theme">{themes[colorScheme]}</Fact>
      </dl>
    </Section>
  );
}

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);
