import { Button, Stack } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { may } from '#domain/kernel/rights.ts';
import type { MemberWithLoad } from '#domain/members/member.ts';
import { Moment } from '#web/platform/moment.tsx';
import { Avatar } from '#web/platform/person.tsx';
import { actFaces } from './act-faces.ts';
import { actsOn } from './member-acts.ts';
import { VerifiedStatus } from './member-status.tsx';
import { useMe } from './me.ts';
import { joinedByNames, roleNames } from './role-names.ts';
import { useMemberActs } from './use-member-acts.tsx';
import classes from './member-page.module.css';

/** Who it is and how they stand, and what an admin can do about it. */
export function MemberFace({ member }: { member: MemberWithLoad }) {
  const me = useMe().member;
  const navigate = useNavigate();
  const { run, dialog } = useMemberActs(() => void navigate({ to: '/users' }));
  const acts = may(me, 'members.manage') ? actsOn(member, me.id) : [];
  return (
    <aside className={classes.face} aria-label={member.name}>
      <div className={classes.who}>
        <Avatar person={member} size={40} />
        <div className={classes.whoWords}>
          <div className={classes.standing}>
            <VerifiedStatus member={member} />
            <span className="muted">{roleNames[member.role]}</span>
          </div>
          <div className="muted">{member.email}</div>
        </div>
      </div>
      {member.reason && <p className={classes.reason}>“{member.reason}”</p>}
      <dl className={classes.facts}>
        <dt>Came in by</dt>
        <dd>{joinedByNames[member.joinedBy]}</dd>
        <dt>Created</dt>
        <dd>
          <Moment at={member.createdAt} />
        </dd>
        {member.skills && (
          <>
            <dt>Works on</dt>
            <dd>{member.skills}</dd>
          </>
        )}
        {member.customerId && (
          <>
            <dt>Customer</dt>
            <dd>
              <Link to="/customers/$customerId" params={{ customerId: member.customerId }}>
                Show the record
              </Link>
            </dd>
          </>
        )}
      </dl>
      {acts.length > 0 && (
        <Stack gap="sm">
          {acts.map((act) => {
            const { label, icon: Sign, isDanger } = actFaces[act];
            return (
              <Button
                key={act}
                {...(isDanger && { variant: 'outline', color: 'red' })}
                leftSection={<Sign size={16} stroke={1.5} aria-hidden />}
                onClick={() => run(act, member)}
              >
                {label}
              </Button>
            );
          })}
        </Stack>
      )}
      {dialog}
    </aside>
  );
}
