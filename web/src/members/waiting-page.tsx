import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { landingOf } from '#domain/members/member.ts';
import { Moment } from '#web/platform/moment.tsx';
import { Avatar } from '#web/platform/person.tsx';
import { toast } from '#web/platform/toast.tsx';
import { JoiningFrame } from './joining-frame.tsx';
import { meQuery, useMe } from './me.ts';
import { roleNames } from './role-names.ts';
import classes from './waiting-page.module.css';

/** Opens by itself: the live event makes the member old, and so does coming back to the window. */
export function WaitingPage() {
  const { member, workspace } = useMe();
  const navigate = useNavigate();
  useQuery({ ...meQuery, refetchOnWindowFocus: 'always' });

  useEffect(() => {
    if (member.status !== 'verified') return;
    toast(`You are verified. Welcome to ${workspace.name}.`);
    void navigate({ to: landingOf(member) });
  }, [member, workspace, navigate]);

  return (
    <JoiningFrame title="Your form has not been verified yet!" isSubmitted>
      <Text size="xl" c="dimmed">
        Please wait for admin verification. If you have any questions, contact support.
      </Text>
      <div className={`card ${classes.card}`}>
        <div className={classes.row}>
          <Avatar person={member} size={32} />
          <div className={classes.words}>
            <div className={classes.name}>{member.name}</div>
            <div className={classes.sub}>
              {member.email} · {roleNames[member.role]}
            </div>
          </div>
        </div>
        {member.submittedAt && (
          <div className={classes.row}>
            <span className={classes.key}>Sent</span>
            <Moment at={member.submittedAt} style="day-time" />
          </div>
        )}
      </div>
      <p className={classes.note}>This page opens by itself the moment you are verified.</p>
    </JoiningFrame>
  );
}
