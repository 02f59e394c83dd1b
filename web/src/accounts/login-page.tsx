import { Anchor, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { AccountFrame } from './account-frame.tsx';
import { AtBusiness } from './at-business.tsx';
import { LoginForm } from './login-form.tsx';

export const LoginPage = () => (
  <AccountFrame title="Login">
    <LoginForm />
    <Text size="md" c="dimmed">
      New here?{' '}
      <Anchor component={Link} to="/open">
        Open a business
      </Anchor>
      . Customers sign up at the address their business gave them.
    </Text>
  </AccountFrame>
);

export const WorkspaceLoginPage = () => (
  <AtBusiness title="Login">
    {({ slug }) => (
      <>
        <LoginForm slug={slug} />
        <Text size="md" c="dimmed">
          Don&apos;t have an account?{' '}
          <Anchor component={Link} to={`/w/${slug}/signup`}>
            Sign Up
          </Anchor>
        </Text>
      </>
    )}
  </AtBusiness>
);
