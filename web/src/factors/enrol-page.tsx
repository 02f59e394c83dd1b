import { Anchor, Button, Stack, Text, Title } from '@mantine/core';
import { IconDeviceMobile, IconFingerprint } from '@tabler/icons-react';
import { useSearch } from '@tanstack/react-router';
import { memberRoutes } from '#domain/members/routes.ts';
import { AccountFrame } from '#web/accounts/account-frame.tsx';
import { useMe } from '#web/members/me.ts';
import { useEnter } from '#web/members/use-enter.ts';
import { useSignOut } from '#web/members/use-sign-out.tsx';
import { call } from '#web/platform/call.ts';
import { toastProblem } from '#web/platform/toast.tsx';
import { knowsPasskeys } from './knows-passkeys.ts';
import { useEnrolment } from './use-enrolment.tsx';

const icon = { size: 16, stroke: 1.5, 'aria-hidden': true } as const;

/** For somebody of whom the business demands a second factor: nothing else opens before. */
export function EnrolPage() {
  const { workspace } = useMe();
  const { next }: { next?: string } = useSearch({ strict: false });
  const enter = useEnter();
  const { signOut, dialog } = useSignOut();
  const goOn = () => call(memberRoutes.me).then((me) => enter(me, next), toastProblem);
  const { face, close, totp, passkey } = useEnrolment(() => void goOn());

  return (
    <AccountFrame title="Set up a second step" business={workspace.name}>
      {face ? (
        <Stack gap="lg">
          <Title order={2}>{face.title}</Title>
          {face.content}
          <Anchor component="button" type="button" size="sm" ta="left" onClick={close}>
            Back
          </Anchor>
        </Stack>
      ) : (
        <Stack gap="lg">
          <Text>
            {workspace.name} asks for a second step when you sign in. Set one up, and you go on where you were.
          </Text>
          <Button
            size="md"
            variant="filled"
            leftSection={<IconDeviceMobile {...icon} />}
            loading={totp.isPending}
            onClick={() => totp.mutate()}
          >
            Authenticator app
          </Button>
          {knowsPasskeys() && (
            <Button
              size="md"
              leftSection={<IconFingerprint {...icon} />}
              loading={passkey.isPending}
              onClick={() => passkey.mutate()}
            >
              Passkey
            </Button>
          )}
          <Anchor component="button" type="button" size="sm" ta="left" onClick={signOut}>
            Log out
          </Anchor>
          {dialog}
        </Stack>
      )}
    </AccountFrame>
  );
}
