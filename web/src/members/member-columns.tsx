import type { Member } from '#domain/members/member.ts';
import type { Column } from '#web/platform/list/column.ts';
import { Moment } from '#web/platform/moment.tsx';
import { Person } from '#web/platform/person.tsx';
import { LoadCell } from './load-cell.tsx';
import { VerifiedStatus, YesNo } from './member-status.tsx';
import { joinedByNames, roleNames } from './role-names.ts';
import { RowMenu } from './row-menu.tsx';
import type { RunAct } from './use-member-acts.tsx';
import classes from './members.module.css';

/** In the order the business has always had them; the last ones stand when somebody asks for them. */
const facts: Column<Member>[] = [
  {
    id: 'name',
    header: 'Name',
    width: '184px',
    sort: 'name',
    card: 'title',
    cell: ({ id, name }) => <Person person={{ id, name }} />,
  },
  { id: 'age', header: 'Age', width: '56px', numeric: true, sort: 'age', cell: ({ age }) => age ?? '–' },
  {
    id: 'email',
    header: 'Email',
    sort: 'email',
    card: 'line',
    cell: ({ email }) => (
      <span className="muted" title={email}>
        {email}
      </span>
    ),
  },
  {
    id: 'role',
    header: 'Role',
    width: '92px',
    sort: 'role',
    card: 'end',
    cell: ({ role }) => roleNames[role],
    cardCell: ({ role, age }) => (
      <span className={classes.quiet}>{[roleNames[role], age].filter(Boolean).join(' · ')}</span>
    ),
  },
  {
    id: 'admin',
    header: 'Admin',
    width: '106px',
    cell: ({ role }) => <YesNo is={role === 'admin'} yes="Admin" no="Not Admin" />,
  },
  {
    id: 'verified',
    header: 'Verified',
    width: '112px',
    sort: 'verified',
    card: 'foot',
    cell: (member) => <VerifiedStatus member={member} />,
  },
  {
    id: 'form',
    header: 'Form Filled',
    width: '92px',
    card: 'foot',
    cell: ({ submittedAt }) => <YesNo is={submittedAt !== null} />,
    cardCell: ({ submittedAt }) => <YesNo is={submittedAt !== null} yes="Form" no="No form" />,
  },
  {
    id: 'tasks',
    header: 'Tasks Assigned',
    width: '88px',
    numeric: true,
    card: 'foot',
    cell: ({ id }) => <LoadCell memberId={id} of="tasksAssigned" one="Task" many="Tasks" />,
  },
  {
    id: 'people',
    header: 'Assigned People',
    width: '92px',
    numeric: true,
    cell: ({ id }) => <LoadCell memberId={id} of="assignedPeople" one="Person" many="People" />,
  },
  {
    id: 'login',
    header: 'Login Method',
    width: '116px',
    sort: 'joinedBy',
    isExtra: true,
    cell: ({ joinedBy }) => joinedByNames[joinedBy],
  },
  {
    id: 'created',
    header: 'Created',
    width: '108px',
    sort: 'createdAt',
    beginsDown: true,
    isExtra: true,
    cell: ({ createdAt }) => <Moment at={createdAt} />,
  },
  {
    id: 'updated',
    header: 'Updated',
    width: '108px',
    sort: 'updatedAt',
    beginsDown: true,
    isExtra: true,
    cell: ({ updatedAt }) => <Moment at={updatedAt} />,
  },
];

/** Without acts for those who may only look. */
export const memberColumns = (onAct: RunAct | undefined): Column<Member>[] =>
  onAct ? [...facts, actsColumn(onAct)] : facts;

const actsColumn = (onAct: RunAct): Column<Member> => ({
  id: 'actions',
  header: 'Actions',
  width: '74px',
  numeric: true,
  card: 'end',
  // Rows keep their place while people come and go: an open menu must not change hands.
  cell: (member) => <RowMenu key={member.id} member={member} onAct={onAct} />,
});
