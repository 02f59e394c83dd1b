import { Anchor, Stack, Text } from '@mantine/core';
import { PlaceLink } from '#web/platform/place.tsx';
import { AccountFrame } from './account-frame.tsx';
import { AtBusiness } from './at-business.tsx';
import { LoginWays } from './login-ways.tsx';
import { usePassIn } from './use-pass-in.ts';

/** It stands outside of the router: whoever waits for it waits for nothing else. */
export const LoginPage = ({ slug }: { slug: string }) => (slug ? <WorkspaceLogin slug={slug} /> : <AnyLogin />);

function AnyLogin() {
  usePassIn();
  return (
    <AccountFrame title="Login">
      <LoginWays />
      <Stack gap="xs">
        <Text size="md" c="dimmed">
          New here?{' '}
          <Anchor component={PlaceLink} to="/open">
            Open a business
          </Anchor>
          . Customers sign up at the address their business gave them.
        </Text>
        <ForgotPassword to="/reset" />
      </Stack>
    </AccountFrame>
  );
}

const WorkspaceLogin = ({ slug }: { slug: string }) => (
  <AtBusiness slug={slug} title="Login">
    {() => (
      <>
        <LoginWays key={slug} slug={slug} />
        <Stack gap="xs">
          <Text size="md" c="dimmed">
            Don&apos;t have an account?{' '}
            <Anchor component={PlaceLink} to={`/w/${slug}/signup`}>
              Sign Up
            </Anchor>
          </Text>
          <ForgotPassword to={`/w/${slug}/reset`} />
        </Stack>
      </>
    )}
  </AtBusiness>
);

const ForgotPassword = ({ to }: { to: string }) => (
  <Text size="md" c="dimmed">
    Forgot your password?{' '}
    <Anchor component={PlaceLink} to={to}>
      Reset Password
    </Anchor>
  </Text>
);
