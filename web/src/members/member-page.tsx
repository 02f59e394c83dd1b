import { VisuallyHidden } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { may } from '#domain/kernel/rights.ts';
import type { MemberWithLoad } from '#domain/members/member.ts';
import { Empty, Failed, Loading } from '#web/platform/faces.tsx';
import { PageHeader } from '#web/platform/page-header.tsx';
import { statusOf } from '#web/platform/queries.ts';
import { Inset, Section } from '#web/platform/section.tsx';
import { MemberSessions } from '#web/sessions/member-sessions.tsx';
import { useMe } from './me.ts';
import { MemberCustomers } from './member-customers.tsx';
import { MemberFace } from './member-face.tsx';
import { MemberFacts } from './member-facts.tsx';
import { MemberForm } from './member-form.tsx';
import { oneMember } from './member-queries.ts';
import { MemberTasks } from './member-tasks.tsx';
import classes from './member-page.module.css';

export function MemberPage() {
  const { memberId }: { memberId: string } = useParams({ strict: false });
  const member = useQuery(oneMember(memberId));
  return (
    <>
      {/* For those who hear the page; everybody else sees that it is there. */}
      <VisuallyHidden role="status">{member.data && 'User data loaded successfully'}</VisuallyHidden>
      {member.data && <OneMember key={memberId} member={member.data} />}
      {member.isPending && <Loading label="Loading the user" />}
      {member.error && !member.data && statusOf(member.error) !== 404 && (
        <Failed error={member.error} retry={() => void member.refetch()} />
      )}
      {!member.data && statusOf(member.error) === 404 && (
        <>
          <PageHeader title="Users" />
          <Empty title="This person is not here" action={<Link to="/users">Show all users</Link>} />
        </>
      )}
    </>
  );
}

function OneMember({ member }: { member: MemberWithLoad }) {
  const me = useMe().member;
  const mayManage = may(me, 'members.manage');
  const hasWork = member.role !== 'customer' || member.customerId !== null;
  return (
    <>
      <PageHeader title={member.name} sub={<Link to="/users">Users</Link>} />
      <div className={classes.page}>
        <MemberFace member={member} />
        <div className={classes.column}>
          <Section title="Personal Information">
            <Inset>{mayManage ? <MemberForm member={member} /> : <MemberFacts member={member} />}</Inset>
          </Section>
          {hasWork && <MemberTasks member={member} />}
          {member.role !== 'customer' && <MemberCustomers member={member} />}
          {mayManage && <MemberSessions memberId={member.id} />}
        </div>
      </div>
    </>
  );
}
