import { Button, VisuallyHidden } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type Group, groupsOf, placeOf, sentenceOf } from '#domain/notifications/subjects.ts';
import { useMe } from '#web/members/me.ts';
import { Empty, Failed, Loading } from '#web/platform/faces.tsx';
import { Moment } from '#web/platform/moment.tsx';
import { Inset } from '#web/platform/section.tsx';
import { kindWords } from './kind-words.ts';
import { notificationPages } from './notification-queries.ts';
import classes from './bell.module.css';

/** What is new, a row for each record; a click goes there. */
export function NewsList({ onOpen }: { onOpen: (group: Group) => void }) {
  const { data, error, isPending, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } =
    useInfiniteQuery(notificationPages);
  if (isPending) return <Loading rows={4} label="Loading your notifications" />;
  if (error)
    return (
      <Inset>
        <Failed error={error} retry={() => void refetch()} />
      </Inset>
    );

  const groups = groupsOf(data.pages.flatMap(({ items }) => items));
  if (groups.length === 0)
    return <Empty title="Nothing new">Messages, tasks and payments that are about you show up here.</Empty>;
  return (
    <>
      <ul className={classes.list} aria-label="Notifications">
        {groups.map((group) => (
          <NewsRow key={group.on.id} group={group} onOpen={() => onOpen(group)} />
        ))}
      </ul>
      {hasNextPage && (
        <div className={classes.more}>
          <Button size="xs" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            Show older ones
          </Button>
        </div>
      )}
    </>
  );
}

function NewsRow({ group: { on, newest, unread }, onOpen }: { group: Group; onOpen: () => void }) {
  const { role } = useMe().member;
  const { icon: Sign, name } = kindWords[newest.kind];
  return (
    <li>
      <Link to={placeOf(on, role)} className={classes.row} data-unread={unread > 0 || undefined} onClick={onOpen}>
        <Sign size={16} stroke={1.5} role="img" aria-label={name} className={classes.kind} />
        <span className={classes.words}>
          <span className={classes.head}>
            <span className={`cut ${classes.title}`}>{on.title}</span>
            {unread > 0 && (
              <span className="count">
                {unread}
                <VisuallyHidden> unread</VisuallyHidden>
              </span>
            )}
          </span>
          <span className={classes.text}>{sentenceOf(newest)}</span>
          <span className={classes.time}>
            <Moment at={newest.at} style="ago" />
          </span>
        </span>
      </Link>
    </li>
  );
}
