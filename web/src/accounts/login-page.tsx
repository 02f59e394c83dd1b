import { Anchor, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { AccountFrame } from './account-frame.tsx';
import { AtBusiness } from './at-business.tsx';
import { LoginWays } from './login-ways.tsx';

export const LoginPage = () => (
  <AccountFrame title="Login">
    <LoginWays />
    <Stack gap="xs">
      <Text size="md" c="dimmed">
        New here?{' '}
        <Anchor component={Link} to="/open">
          Open a business
        </Anchor>
        . Customers sign up at the address their business gave them.
      </Text>
      <ForgotPassword to="/reset" />
    </Stack>
  </AccountFrame>
);

export const WorkspaceLoginPage = () => (
  <AtBusiness title="Login">
    {({ slug }) => (
      <>
        <LoginWays key={slug} slug={slug} />
        <Stack gap="xs">
          <Text size="md" c="dimmed">
            Don&apos;t have an account?{' '}
            <Anchor component={Link} to={`/w/${slug}/signup`}>
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
    <Anchor component={Link} to={to}>
      Reset Password
    </Anchor>
  </Text>
);
