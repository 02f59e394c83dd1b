import { Button, Title } from '@mantine/core';
import { IconCheck, IconClock, IconPencil } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Star } from '#web/platform/star.tsx';
import { Status } from '#web/platform/status.tsx';
import { useMe } from './me.ts';
import { useSignOut } from './use-sign-out.ts';
import classes from './joining-frame.module.css';

type Props = { title: string; isSubmitted: boolean; children: ReactNode };

/** The three layers of joining, and where somebody stands in them. */
export function JoiningFrame({ title, isSubmitted, children }: Props) {
  const { workspace } = useMe();
  const signOut = useSignOut();
  return (
    <div className={classes.page}>
      <title>{`${title} · StarOne CRM`}</title>
      <header className={classes.top}>
        <span className={classes.mark}>
          <Star size={14} />
        </span>
        <b className="cut">{workspace.name}</b>
        <Button className={`cap ${classes.out}`} loading={signOut.isPending} onClick={() => signOut.mutate()}>
          LOGOUT
        </Button>
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
              {isSubmitted ? (
                <Status icon={IconCheck} tone="good">
                  Profile completed
                </Status>
              ) : (
                <Status icon={IconPencil} tone="running">
                  Your profile
                </Status>
              )}
            </li>
            <li>
              <Status icon={IconClock} tone={isSubmitted ? 'waiting' : 'quiet'}>
                Admin verification
              </Status>
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
