import { isVerified, type MemberWithLoad } from '#domain/members/member.ts';
import { YesNo } from './member-status.tsx';
import { capabilityNames, roleNames } from './role-names.ts';
import classes from './member-page.module.css';

/** What the form holds, for those who may only look. */
export const MemberFacts = ({ member }: { member: MemberWithLoad }) => (
  <dl className={classes.facts}>
    <dt>Name</dt>
    <dd>{member.name}</dd>
    <dt>Age</dt>
    <dd>{member.age ?? '–'}</dd>
    <dt>Email</dt>
    <dd>{member.email}</dd>
    <dt>Role</dt>
    <dd>{roleNames[member.role]}</dd>
    {member.capabilities.length > 0 && (
      <>
        <dt>Works on</dt>
        <dd>{member.capabilities.map((one) => capabilityNames[one]).join(', ')}</dd>
      </>
    )}
    <dt>Form Filled</dt>
    <dd>
      <YesNo is={member.submittedAt !== null} />
    </dd>
    <dt>Form Verified</dt>
    <dd>
      <YesNo is={isVerified(member)} />
    </dd>
    <dt>Admin</dt>
    <dd>
      <YesNo is={member.role === 'admin'} />
    </dd>
  </dl>
);
