import type { AuditAction, AuditEntry } from './entry.ts';

type Said = Pick<AuditEntry, 'by' | 'on' | 'detail'>;

/** What is said between who did it and whom it was done to. */
const words: Record<AuditAction, (said: Said) => string> = {
  'audit-exported': () => 'exported the audit log',
  'bulk-deleted': (said) => `began to delete ${number(said)} at once`,
  'bulk-undone': (said) => `took back a change of ${number(said)}`,
  'bulk-verified': (said) => `began to verify ${number(said)} at once`,
  'customer-assigned': ({ on, detail: { to } }) => `assigned the customer ${nameOf(on)}${to ? ` to ${to}` : ''}`,
  'customer-changed': ({ on, detail: { fields } }) =>
    `changed ${fields ? `${fields} of ` : ''}the customer ${nameOf(on)}`,
  'customer-unassigned': ({ on, detail: { from } }) =>
    `unassigned the customer ${nameOf(on)}${from ? ` from ${from}` : ''}`,
  'email-change-asked': (said) => `asked to change the e-mail address${of(said)}${change(said)}`,
  'email-changed': (said) => `changed the e-mail address${of(said)}${change(said)}`,
  'factor-added': (said) => `added ${factor(said)}${of(said)}`,
  'factor-removed': (said) => `removed ${factor(said)}${of(said)}`,
  'invitation-resent': ({ on }) => `sent the invitation of ${nameOf(on)} again`,
  'invitation-revoked': ({ on }) => `took back the invitation of ${nameOf(on)}`,
  'login-linked': ({ detail: { way } }) => `linked ${way ?? 'a login'}`,
  'login-unlinked': ({ detail: { way } }) => `unlinked ${way ?? 'a login'}`,
  'member-added': ({ by, on, detail: { role } }) =>
    `${on && on.id === by?.memberId ? 'joined' : `added ${nameOf(on)}`}${role ? ` as ${role}` : ''}`,
  'member-changed': ({ on, detail: { fields } }) => `changed ${fields ? `${fields} of ` : ''}${nameOf(on)}`,
  'member-deleted': ({ on }) => `deleted ${nameOf(on)}`,
  'member-invited': ({ on, detail: { role } }) => `invited ${nameOf(on)}${role ? ` as ${role}` : ''}`,
  'member-rejected': ({ on, detail }) => `rejected ${nameOf(on)}${because(detail)}`,
  'member-restored': ({ on }) => `restored ${nameOf(on)}`,
  'member-resumed': ({ on }) => `let ${nameOf(on)} in again`,
  'member-suspended': ({ on, detail }) => `suspended ${nameOf(on)}${because(detail)}`,
  'member-verified': ({ on }) => `verified ${nameOf(on)}`,
  'password-changed': () => 'changed the password',
  'password-reset': () => 'reset the password',
  'payment-cancelled': ({ on, detail }) => `no longer asks ${nameOf(on)} for ${amount(detail)}`,
  'payment-recorded': ({ on, detail }) =>
    `recorded ${amount(detail)} from ${nameOf(on)}${detail.way ? ` by ${detail.way}` : ''}`,
  'payment-refunded': ({ on, detail }) => `ordered a refund of ${amount(detail)} to ${nameOf(on)}${because(detail)}`,
  'photo-changed': (said) => `changed the photo${of(said)}`,
  'profile-deleted': () => 'deleted the own profile',
  'profile-submitted': () => 'submitted the profile',
  'recovery-renewed': () => 'made new recovery codes',
  'recovery-used': () => 'used a recovery code',
  'role-changed': (said) => `changed the role of ${nameOf(said.on)}${change(said)}`,
  'room-observed': ({ on }) => `began to look on in the room of the task ${nameOf(on)}`,
  'session-ended': (said) => `ended ${sessions(said)}${of(said)}`,
  'settings-changed': ({ detail: { fields } }) => `changed the settings${fields ? `: ${fields}` : ''}`,
  'sign-in-failed': ({ on, detail: { way, count = '1' } }) =>
    `tried to sign in${on ? ` as ${on.name}` : ''}${way ? ` by ${way}` : ''} and failed${count === '1' ? '' : ` ${count} times`}`,
  'signed-in': ({ detail: { way } }) => `signed in${way ? ` by ${way}` : ''}`,
  'signed-out': () => 'signed out',
  'stepped-up': ({ detail: { way } }) => `confirmed who they are${way ? ` by ${way}` : ''}`,
  'workspace-exported': () => 'exported all that the business has here',
  'workspace-export-taken': () => 'fetched the file of an export of the business',
  'workspace-imported': ({ detail: { from } }) => `made the business again of its backup${from ? ` of ${from}` : ''}`,
};

const nameOf = (on: Said['on']): string => on?.name ?? 'somebody';
/** Nothing when somebody did it to themselves: an account is only ever its owner's to change. */
const of = ({ by, on }: Said): string =>
  on && on.kind !== 'account' && on.id !== by?.memberId ? ` of ${on.name}` : '';
const number = ({ detail: { count } }: Said): string =>
  count === '1' ? 'one member' : `${count ?? 'several'} members`;
const factor = ({ detail }: Said): string => detail.factor ?? 'a second factor';
const amount = (detail: Said['detail']): string => detail.amount ?? 'a payment';
const because = ({ reason }: Said['detail']): string => (reason ? `: ${reason}` : '');
const sessions = ({ detail: { count } }: Said): string => (count && count !== '1' ? `${count} sessions` : 'a session');
const change = ({ detail: { from, to } }: Said): string => `${from ? ` from ${from}` : ''}${to ? ` to ${to}` : ''}`;

export const sentenceOf = (entry: Pick<AuditEntry, 'action'> & Said): string =>
  `${entry.by?.name ?? 'Somebody'} ${words[entry.action](entry)}`;
