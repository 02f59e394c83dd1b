import { Switch } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { IconDeviceDesktop } from '@tabler/icons-react';
import { useMe } from '#web/members/me.ts';
import { Row } from '#web/platform/section.tsx';
import { toast, toastProblem } from '#web/platform/toast.tsx';
import { pushKeyQuery } from './notification-queries.ts';
import { type PushState, pushState, turnPushOff, turnPushOn } from './push.ts';

const words: Record<PushState, string> = {
  unsupported: 'This browser has no push. On an iPhone, add the page to the home screen first.',
  blocked:
    'This browser blocks notifications of this site. Open the sign beside the address, allow them, and come back.',
  off: 'Messages reach you here while the page is closed.',
  on: 'On. What is for you shows on this device while the page is closed.',
};
const notSetUp = 'Push is not set up at this site.';

/** Of this browser alone; each one is switched on by itself. */
export function PushSwitch() {
  const { id: memberId } = useMe().member;
  const queries = useQueryClient();
  const key = useQuery(pushKeyQuery);
  const here = { queryKey: ['push-here', memberId], queryFn: () => pushState(memberId) };
  const { data: state } = useQuery(here);
  const publicKey = key.data?.publicKey ?? null;
  const change = useMutation({
    mutationFn: async (isWanted: boolean) => {
      if (!isWanted) await turnPushOff();
      else if (publicKey !== null) await turnPushOn({ memberId, publicKey });
      return pushState(memberId);
    },
    onSuccess: (now, isWanted) => {
      queries.setQueryData(here.queryKey, now);
      if ((now === 'on') === isWanted) toast(isWanted ? 'Push is on for this browser' : 'Push is off for this browser');
    },
    onError: toastProblem,
  });
  if (!key.data || !state) return null;

  const isPossible = publicKey !== null && (state === 'on' || state === 'off');
  return (
    <Row
      sign={<IconDeviceDesktop size={16} stroke={1.5} aria-hidden />}
      name="Push to this browser"
      sub={<span id="push-state">{publicKey === null ? notSetUp : words[state]}</span>}
    >
      {isPossible && (
        <Switch
          aria-label="Push to this browser"
          aria-describedby="push-state"
          checked={state === 'on'}
          disabled={change.isPending}
          onChange={(event) => change.mutate(event.currentTarget.checked)}
        />
      )}
    </Row>
  );
}
