import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { landingOf, type Member } from '#domain/members/member.ts';
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

  const landing = landingOf(member);
  const isVerified = member.status === 'verified';
  useEffect(() => {
    if (landing === '/waiting') return;
    if (isVerified) toast(`You are verified. Welcome to ${workspace.name}.`);
    void navigate({ to: landing });
  }, [landing, isVerified, workspace, navigate]);

  const { title, text, note } = wordsOf(member.status, workspace.name);
  return (
    <JoiningFrame title={title}>
      <Text size="xl" c="dimmed">
        {text}
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
        {member.reason && (
          <div className={classes.row}>
            <span className={classes.key}>Reason</span>
            <span className={classes.words}>{member.reason}</span>
          </div>
        )}
        {member.submittedAt && (
          <div className={classes.row}>
            <span className={classes.key}>Sent</span>
            <Moment at={member.submittedAt} style="day-time" />
          </div>
        )}
      </div>
      <p className={classes.note}>{note}</p>
    </JoiningFrame>
  );
}

function wordsOf(status: Member['status'], business: string) {
  switch (status) {
    case 'rejected':
      return {
        title: 'Your form was not accepted',
        text: `An admin of ${business} looked at your form and did not accept it. If you have any questions, contact them.`,
        note: 'This page opens by itself, should they decide otherwise.',
      };
    case 'suspended':
      return {
        title: 'Your account is suspended',
        text: `An admin of ${business} has suspended your account. Nothing of yours was deleted. If you have any questions, contact them.`,
        note: 'This page opens by itself the moment you may come in again.',
      };
    default:
      return {
        title: 'Your form has not been verified yet!',
        text: 'Please wait for admin verification. If you have any questions, contact support.',
        note: 'This page opens by itself the moment you are verified.',
      };
  }
}
