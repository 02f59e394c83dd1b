import { Button, Title } from '@mantine/core';
import { IconCheck, IconClock, IconPencil, IconX } from '@tabler/icons-react';
import type { ComponentProps, ReactNode } from 'react';
import type { MemberStatus } from '#domain/kernel/access.ts';
import { Star } from '#web/platform/star.tsx';
import { Status } from '#web/platform/status.tsx';
import { useMe } from './me.ts';
import { useSignOut } from './use-sign-out.tsx';
import classes from './joining-frame.module.css';

type Face = ComponentProps<typeof Status>;

const asked: Face = { icon: IconPencil, tone: 'running', children: 'Your profile' };
const submitted: Face = { icon: IconCheck, tone: 'good', children: 'Profile completed' };

/** The third layer, as the person sees it. */
const verification: Record<MemberStatus, Face> = {
  'email-verified': { icon: IconClock, tone: 'quiet', children: 'Admin verification' },
  'profile-submitted': { icon: IconClock, tone: 'waiting', children: 'Admin verification' },
  verified: { icon: IconCheck, tone: 'good', children: 'Verified' },
  rejected: { icon: IconX, tone: 'bad', children: 'Not accepted' },
  suspended: { icon: IconX, tone: 'bad', children: 'Suspended' },
};

/** The three layers of joining, and where somebody stands in them. */
export function JoiningFrame({ title, children }: { title: string; children: ReactNode }) {
  const { member, workspace } = useMe();
  const { signOut, isPending, dialog } = useSignOut();
  const isSubmitted = member.status !== 'email-verified';
  return (
    <div className={classes.page}>
      <title>{`${title} · StarOne CRM`}</title>
      <header className={classes.top}>
        <span className={classes.mark}>
          <Star size={14} />
        </span>
        <b className="cut">{workspace.name}</b>
        <Button className={`cap ${classes.out}`} loading={isPending} onClick={signOut}>
          LOGOUT
        </Button>
        {dialog}
      </header>
      <main className={classes.main}>
        <div className={classes.column}>
          <ol className={classes.steps} aria-label="Joining">
            <li data-done>
              <Status icon={IconCheck} tone="good">
                E-mail proved
              </Status>
            </li>
            <li data-done={isSubmitted || undefined}>
              <Status {...(isSubmitted ? submitted : asked)} />
            </li>
            <li>
              <Status {...verification[member.status]} />
            </li>
          </ol>
          <Title order={1} className={classes.title}>
            {title}
          </Title>
          {children}
        </div>
      </main>
    </div>
  );
}
