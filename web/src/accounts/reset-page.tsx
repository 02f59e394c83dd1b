import { Anchor, Text } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { CodeSent } from '#domain/accounts/account.ts';
import { AccountFrame } from './account-frame.tsx';
import { AtBusiness } from './at-business.tsx';
import { ResetAskForm } from './reset-ask-form.tsx';
import { ResetForm } from './reset-form.tsx';

const title = 'Reset Password';

export const ResetPage = () => (
  <AccountFrame title={title}>
    <ResetSteps loginPath="/login" />
  </AccountFrame>
);

export function WorkspaceResetPage() {
  const { slug }: { slug: string } = useParams({ strict: false });
  return (
    <AtBusiness slug={slug} title={title}>
      {() => <ResetSteps key={slug} loginPath={`/w/${slug}/login`} />}
    </AtBusiness>
  );
}

type Asked = { sent: CodeSent; email: string };

/** The address, then the code that comes to it with the new password. */
function ResetSteps({ loginPath }: { loginPath: string }) {
  const [asked, setAsked] = useState<Asked | null>(null);
  const [email, setEmail] = useState('');
  return (
    <>
      {asked ? (
        <ResetForm
          {...asked}
          loginPath={loginPath}
          onChange={() => {
            setEmail(asked.email);
            setAsked(null);
          }}
        />
      ) : (
        <ResetAskForm email={email} onSent={(sent, typed) => setAsked({ sent, email: typed })} />
      )}
      <Text size="md" c="dimmed">
        Remembered it?{' '}
        <Anchor component={Link} to={loginPath}>
          Go to Login
        </Anchor>
      </Text>
    </>
  );
}
