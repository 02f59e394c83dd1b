import { useQuery } from '@tanstack/react-query';
import type { Load } from '#domain/members/member.ts';
import { useAtRest } from '#web/platform/use-at-rest.ts';
import { counted } from './counted.ts';
import { loadOf } from './load-queries.ts';
import classes from './members.module.css';

type Props = { memberId: string; of: keyof Load; one: string; many: string };

/** Asked for where somebody stops. None is said, but quietly. */
export const LoadCell = (props: Props) => (useAtRest() ? <KnownLoad {...props} /> : soon);

const soon = <i className={classes.soon} aria-hidden />;

function KnownLoad({ memberId, of, one, many }: Props) {
  const { data, isPending } = useQuery(loadOf(memberId));
  if (isPending) return soon;
  if (!data) return <span className="muted">–</span>;
  return <span className={data[of] === 0 ? 'muted' : undefined}>{counted(data[of], one, many)}</span>;
}
