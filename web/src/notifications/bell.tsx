import { ActionIcon, Button, Popover, Title } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconBell } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useCallback, useState } from 'react';
import type { Group } from '#domain/notifications/subjects.ts';
import { NewsList } from './news-list.tsx';
import { notificationPages, unreadSubjects, useMarkRead } from './notification-queries.ts';
import { useNewsToasts } from './use-news-toasts.tsx';
import { useOpenFromPush } from './use-open-from-push.ts';
import { useOpenSubject } from './use-open-subject.ts';
import { useTitleMark } from './use-title-mark.ts';
import classes from './bell.module.css';

const BellSheet = lazy(async () => ({ default: (await import('./bell-sheet.tsx')).BellSheet }));

const mostCounted = 99;

/** In how many records something is unread, and what it is. */
export function Bell() {
  const [isOpen, setIsOpen] = useState(false);
  const show = useCallback(() => setIsOpen(true), []);
  const isPhone = useMediaQuery('(max-width: 767px)', undefined, { getInitialValueInEffect: false });
  const openSubject = useOpenSubject();
  const newest = useInfiniteQuery(notificationPages).data?.pages[0]?.items;
  const subjects = useQuery(unreadSubjects).data?.subjects ?? 0;
  const isHereUnread = newest?.some(({ on, readAt }) => readAt === null && on.id === openSubject) ?? false;
  const count = subjects - (isHereUnread ? 1 : 0);
  const shown = count > mostCounted ? `${mostCounted}+` : count > 0 ? String(count) : null;
  useTitleMark(shown);
  useNewsToasts({ newest, openSubject, isShown: isOpen, show });
  useOpenFromPush();

  const markRead = useMarkRead();
  const open = ({ on, unread }: Group) => {
    setIsOpen(false);
    if (unread > 0) markRead.mutate(on.id);
  };
  const head = (
    <div className={classes.bar}>
      <Title order={2}>Notifications</Title>
      {subjects > 0 && (
        <Button size="xs" loading={markRead.isPending} onClick={() => markRead.mutate(undefined)}>
          Mark all as read
        </Button>
      )}
    </div>
  );
  const button = (
    <ActionIcon
      size={44}
      className={classes.bell ?? ''}
      aria-label={shown ? `Notifications, ${shown} unread` : 'Notifications'}
      aria-expanded={isOpen}
      aria-haspopup="dialog"
      onClick={() => setIsOpen((before) => !before)}
    >
      <IconBell size={18} stroke={1.5} />
      {shown && <span className={`count ${classes.count}`}>{shown}</span>}
    </ActionIcon>
  );

  if (isPhone)
    return (
      <>
        {button}
        <Suspense>
          <BellSheet isOpen={isOpen} onClose={() => setIsOpen(false)}>
            {head}
            <NewsList onOpen={open} />
          </BellSheet>
        </Suspense>
      </>
    );
  return (
    <Popover opened={isOpen} onChange={setIsOpen} position="bottom-end" width={400} trapFocus returnFocus>
      <Popover.Target>{button}</Popover.Target>
      <Popover.Dropdown className={classes.dropdown ?? ''}>
        {head}
        <NewsList onOpen={open} />
      </Popover.Dropdown>
    </Popover>
  );
}
