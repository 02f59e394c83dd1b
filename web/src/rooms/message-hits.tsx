import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Failed, Loading } from '#web/platform/faces.tsx';
import { messageSearch, shortestSearch } from './seat-queries.ts';
import { aroundMatch } from './around-match.ts';
import { When } from './when.tsx';
import classes from './message-hits.module.css';

type Props = { q: string; roomId: string | undefined; search: Record<string, string | undefined> };

/** What was said anywhere one is; each opens its room at that message. */
export function MessageHits({ q, roomId, search }: Props) {
  const found = useQuery(messageSearch(q));
  if (q.length < shortestSearch) return null;
  return (
    <section className={classes.hits} aria-label="Messages that match">
      <h2 className={classes.title}>Messages</h2>
      {found.isPending && <Loading rows={2} label="Searching messages" />}
      {found.isError && <Failed error={found.error} retry={() => void found.refetch()} />}
      {found.data?.items.length === 0 && <p className="muted">No message matches “{q}”</p>}
      <ul>
        {found.data?.items.map(({ roomId: room, title, message }) => {
          const { before, match, after } = aroundMatch(message.text, q);
          return (
            <li key={message.id}>
              <Link
                to={`/chat/${room}`}
                search={{ ...search, at: message.seq }}
                aria-current={room === roomId ? 'true' : undefined}
                activeOptions={{ exact: true, includeSearch: true }}
              >
                <span className={classes.line}>
                  <bdi className={`cut ${classes.name}`}>{title || message.sender.name}</bdi>
                  <When at={message.sentAt} />
                </span>
                <bdi className={classes.text}>
                  {message.sender.name}: {before}
                  <mark>{match}</mark>
                  {after}
                </bdi>
              </Link>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
