import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type Icon, IconBell } from '@tabler/icons-react';
import { useRouter } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import type { Notification } from '#domain/notifications/notification.ts';
import { groupsOf, placeOf, sentenceOf } from '#domain/notifications/subjects.ts';
import { useMe } from '#web/members/me.ts';
import { useIsHere } from '#web/rooms/use-is-here.ts';
import { kindWords } from './kind-words.ts';

/** More records than these are one toast: who comes back finds a sentence, not a wall. */
const mostToasts = 2;

type Props = {
  newest: readonly Notification[] | undefined;
  openSubject: string | null;
  /** The list itself is on the screen. */
  isShown: boolean;
  show: () => void;
};

/**
 * Says what comes while somebody is here, and what came while they were away in one sentence. What lay there when the
 * page opened is told by the count alone.
 */
export function useNewsToasts({ newest, openSubject, isShown, show }: Props): void {
  const { role } = useMe().member;
  const { history } = useRouter();
  const isHere = useIsHere();
  const known = useRef<Set<string> | null>(null);

  useEffect(() => {
    if (!newest || (known.current && !isHere)) return;
    const before = known.current;
    known.current = new Set(newest.map(({ id }) => id));
    if (!before || isShown) return;
    const news = newest.filter(({ id, readAt, on }) => !before.has(id) && readAt === null && on.id !== openSubject);
    const groups = groupsOf(news);
    if (groups.length > mostToasts) {
      toastNews({ title: `${groups.length} things are new`, message: 'The bell has all of them.', open: show });
      return;
    }
    for (const { on, newest: told } of groups)
      toastNews({
        title: on.title,
        message: sentenceOf(told),
        icon: kindWords[told.kind].icon,
        open: () => history.push(placeOf(on, role)),
      });
  }, [newest, isHere, openSubject, isShown, role, history, show]);
}

type News = { title: string; message: string; icon?: Icon; open: () => void };

function toastNews({ title, message, icon: Sign = IconBell, open }: News): void {
  const id = notifications.show({
    title,
    message: (
      <>
        <div>{message}</div>
        <Button
          size="xs"
          mt={6}
          display="block"
          onClick={() => {
            notifications.hide(id);
            open();
          }}
        >
          Open
        </Button>
      </>
    ),
    role: 'status',
    icon: <Sign size={16} stroke={1.5} aria-hidden />,
    color: 'transparent',
    autoClose: 8000,
    closeButtonProps: { 'aria-label': 'Close' },
  });
}
