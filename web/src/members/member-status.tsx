import { IconCheck, IconClock, IconX } from '@tabler/icons-react';
import type { ComponentProps } from 'react';
import type { MemberStatus } from '#domain/kernel/access.ts';
import { isVerified, type Member } from '#domain/members/member.ts';
import { Status } from '#web/platform/status.tsx';

type Face = ComponentProps<typeof Status>;

/** The words of the column Verified. */
const statusFaces: Record<MemberStatus, Face> = {
  verified: { icon: IconCheck, tone: 'good', children: 'Verified' },
  'profile-submitted': { icon: IconClock, tone: 'waiting', children: 'Waiting' },
  'email-verified': { icon: IconClock, tone: 'quiet', children: 'Not verified' },
  rejected: { icon: IconX, tone: 'quiet', children: 'Rejected' },
  suspended: { icon: IconX, tone: 'bad', children: 'Suspended' },
};

/** Somebody may be verified and have yet to fill the form. */
export const VerifiedStatus = ({ member }: { member: Pick<Member, 'status' | 'verifiedAt'> }) => (
  <Status {...statusFaces[isVerified(member) ? 'verified' : member.status]} />
);

/** A claim that holds, or does not. */
export const YesNo = ({ is, yes = 'Yes', no = 'No' }: { is: boolean; yes?: string; no?: string }) => (
  <Status icon={is ? IconCheck : IconX} tone={is ? 'good' : 'quiet'}>
    {is ? yes : no}
  </Status>
);
