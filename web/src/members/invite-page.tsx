import { Anchor, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { memberRoutes } from '#domain/members/routes.ts';
import { AccountFrame } from '#web/accounts/account-frame.tsx';
import { call } from '#web/platform/call.ts';
import { Failed, Loading } from '#web/platform/faces.tsx';
import { statusOf } from '#web/platform/queries.ts';
import { AcceptForm } from './accept-form.tsx';
import { roleNames } from './role-names.ts';

export function InvitePage() {
  const { token }: { token: string } = useParams({ strict: false });
  const { data, error, refetch } = useQuery({
    queryKey: ['members', 'invitation', token],
    queryFn: ({ signal }) => call(memberRoutes.openInvitation, { body: { token } }, signal),
  });
  const status = statusOf(error);

  if (data) {
    return (
      <AccountFrame title="Join your colleagues" business={data.workspaceName}>
        <Text>
          {data.invitedBy} invites you to <b>{data.workspaceName}</b> as <b>{roleNames[data.role]}</b>.
        </Text>
        <AcceptForm token={token} invitation={data} />
      </AccountFrame>
    );
  }
  if (status !== null && status >= 400 && status < 500 && status !== 429) return <Closed />;
  return (
    <AccountFrame title="Join your colleagues">
      {error ? <Failed error={error} retry={() => void refetch()} /> : <Loading rows={4} />}
    </AccountFrame>
  );
}

const Closed = () => (
  <AccountFrame title="This invitation is closed">
    <Text>It was already used, it has expired, or the link is cut short. Please ask your admin for a new one.</Text>
    <Anchor component={Link} to="/login">
      Go to Login
    </Anchor>
  </AccountFrame>
);
