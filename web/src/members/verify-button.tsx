import { Button } from '@mantine/core';
import type { Member } from '#domain/members/member.ts';
import { useVerify } from './member-queries.ts';

export function VerifyButton({ member, label }: { member: Member; label: 'VERIFY' | 'Verify' }) {
  const { verify, isPending } = useVerify();
  return (
    <Button
      size="xs"
      className={label === 'VERIFY' ? 'cap' : ''}
      loading={isPending}
      aria-label={`${label} ${member.name}`}
      onClick={() => verify(member)}
    >
      {label}
    </Button>
  );
}
