import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { countOf, waitingQuery } from '#web/members/member-queries.ts';
import { useMe } from '#web/members/me.ts';
import { paymentList } from '#web/payments/payment-queries.ts';
import { taskList } from '#web/tasks/task-queries.ts';
import { ForecastCard } from './forecast-card.tsx';
import { Greeting } from './greeting.tsx';
import { OpenTasksCard } from './open-tasks-card.tsx';
import { PaymentsCard } from './payments-card.tsx';
import { SegmentsCard } from './segments-card.tsx';
import { ShareCard } from './share-card.tsx';
import { WaitingCard } from './waiting-card.tsx';
import classes from './home.module.css';

/** The admin's and the manager's day; only the admin verifies. */
export function LeaderHome() {
  const { member } = useMe();
  const isAdmin = member.role === 'admin';
  const waiting = useQuery({ ...waitingQuery, enabled: isAdmin });
  const isNew = useIsNewBusiness() && waiting.data?.items.length === 0;

  return (
    <>
      <Greeting
        waiting={
          isAdmin &&
          waiting.data && (
            <Link to="/users" search={{ status: 'profile-submitted' }}>
              {countOf(waiting.data)} waiting
            </Link>
          )
        }
      />
      <div className={classes.grid}>
        <div className={classes.column}>
          {isAdmin && isNew && <ShareCard />}
          {isAdmin && <WaitingCard />}
          <OpenTasksCard title="Open tasks" />
        </div>
        <div className={classes.column}>
          <PaymentsCard />
          <SegmentsCard />
          <ForecastCard />
        </div>
      </div>
    </>
  );
}

/** Nobody has asked for anything and nobody has paid. */
function useIsNewBusiness(): boolean {
  const tasks = useInfiniteQuery(taskList());
  const payments = useInfiniteQuery(paymentList());
  return tasks.data?.pages[0]?.items.length === 0 && payments.data?.pages[0]?.items.length === 0;
}
