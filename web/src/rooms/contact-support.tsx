import { Button } from '@mantine/core';
import { IconHeadset } from '@tabler/icons-react';
import { may } from '#domain/kernel/rights.ts';
import { useMe } from '#web/members/me.ts';
import { toastProblem } from '#web/platform/toast.tsx';
import { useOpenSupport } from './room-acts.ts';

/** Opens the customer's own thread with the business; nothing for people who have none. */
export function ContactSupport() {
  const { member } = useMe();
  const open = useOpenSupport();
  if (!may(member, 'rooms.ask-support')) return null;
  return (
    <Button
      leftSection={<IconHeadset size={16} stroke={1.5} aria-hidden />}
      loading={open.isPending}
      onClick={() => open.mutate({}, { onError: toastProblem })}
    >
      Contact support
    </Button>
  );
}
