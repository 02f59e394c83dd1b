import { Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { flushSync } from 'react-dom';
import { accountRoutes } from '#domain/accounts/routes.ts';
import { leavePush } from '#web/notifications/push.ts';
import { call } from '#web/platform/call.ts';
import { useHistory } from '#web/platform/place.tsx';
import { statusOf } from '#web/platform/queries.ts';
import { toastProblem } from '#web/platform/toast.tsx';
import type { LeftHere } from '#web/rooms/left-here.ts';
import { counted } from './counted.ts';
import { useMe } from './me.ts';
import { signingOut } from './signing-out.ts';

/** Seldom asked. */
const ConfirmDialog = lazy(async () => ({ default: (await import('./confirm-dialog.tsx')).ConfirmDialog }));

/**
 * Ends the session and forgets what it showed and what was written in it; the sign-in of the same business is next.
 * `dialog` asks first when something that was written would be lost: the caller shows it.
 */
export function useSignOut() {
  const queries = useQueryClient();
  const history = useHistory();
  const { member, workspace } = useMe();
  const [lost, setLost] = useState<LeftHere | null>(null);
  const { mutate, isPending } = useMutation({
    mutationKey: signingOut,
    mutationFn: () => signOut(member.id),
    onSuccess: () => {
      // The pages go before what they show: without it they would ask for it again.
      flushSync(() => history.push(`/w/${workspace.slug}/login`));
      queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'workspaces' });
    },
    onError: toastProblem,
  });
  const ask = async () => {
    const left = await written()
      .then(({ leftHere }) => leftHere(member.id))
      // A browser that keeps nothing has nothing to lose.
      .catch(() => ({ unsent: 0, drafts: 0 }));
    if (left.unsent + left.drafts === 0) mutate();
    else setLost(left);
  };

  const dialog = lost && (
    <Suspense>
      <ConfirmDialog
        title="Log out and lose what you wrote?"
        verb="Log out"
        isDanger
        isPending={isPending}
        problem={null}
        onConfirm={mutate}
        onClose={() => setLost(null)}
      >
        <Text>{wordsFor(lost)}</Text>
      </ConfirmDialog>
    </Suspense>
  );
  return { signOut: () => void ask(), isPending, dialog };
}

/** No part of the first page. */
const written = () => import('#web/rooms/left-here.ts');

function wordsFor({ unsent, drafts }: LeftHere): string {
  const parts = [
    unsent > 0 && `${counted(unsent, 'message')} not sent yet`,
    drafts > 0 && `${counted(drafts, 'message')} you have begun to write`,
  ];
  return `Logging out deletes from this browser: ${parts.filter(Boolean).join(', and ')}.`;
}

/** A session that has ended already is as good. */
async function signOut(memberId: string): Promise<void> {
  try {
    await call(accountRoutes.signOut);
  } catch (error) {
    if (statusOf(error) !== 401) throw error;
  }
  await leavePush();
  await written()
    .then(({ forgetWritten }) => forgetWritten(memberId))
    .catch(() => undefined);
}
