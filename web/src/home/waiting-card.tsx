import { useQuery } from '@tanstack/react-query';
import { Avatar } from '#web/platform/person.tsx';
import { Moment } from '#web/platform/moment.tsx';
import { countOf, waitingQuery } from '#web/members/member-queries.ts';
import { roleNames } from '#web/members/role-names.ts';
import { VerifyButton } from '#web/members/verify-button.tsx';
import { AnswerRows } from './answer-rows.tsx';
import { HomeCard } from './home-card.tsx';
import classes from './home.module.css';

const shown = 5;

export function WaitingCard() {
  const waiting = useQuery(waitingQuery);
  return (
    <HomeCard
      title="Waiting to verify"
      count={waiting.data && countOf(waiting.data)}
      to="/users"
      search={{ status: 'profile-submitted' }}
      toLabel="Review all"
    >
      <AnswerRows
        query={waiting}
        empty="Nobody is waiting."
        rows={({ items }) =>
          items.slice(0, shown).map((member) => (
            <li key={member.id}>
              <Avatar person={member} size={32} />
              <div className={classes.words}>
                <div className={`cut ${classes.strong}`}>{member.name}</div>
                <div className={`cut ${classes.sub}`}>
                  {[roleNames[member.role], member.skills ?? member.email].join(' · ')}
                </div>
              </div>
              {member.submittedAt && (
                <span className={classes.ago}>
                  <Moment at={member.submittedAt} style="ago" />
                </span>
              )}
              <VerifyButton member={member} label="Verify" />
            </li>
          ))
        }
      />
    </HomeCard>
  );
}
