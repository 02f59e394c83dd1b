import { Anchor, Button, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useLocation, useParams } from '@tanstack/react-router';
import { Email } from '#domain/kernel/text.ts';
import { problems } from '#domain/kernel/problem.ts';
import { landingOf } from '#domain/members/member.ts';
import { memberRoutes } from '#domain/members/routes.ts';
import { AccountFrame } from '#web/accounts/account-frame.tsx';
import { call } from '#web/platform/call.ts';
import { problemIn } from '#web/platform/problem-of.ts';
import { ProblemAlert } from '#web/platform/problem-alert.tsx';
import { meQuery, useMe } from './me.ts';

/**
 * The link in the mail to a new address leads here; a click proves it, because a mail's scanner opens links too. The
 * address stands in the link and is compared with the one it was made for: nobody confirms another than they see.
 */
export function ConfirmEmailPage() {
  const { token }: { token: string } = useParams({ strict: false });
  const { data: email } = Email.safeParse(new URLSearchParams(useLocation().hash).get('to'));
  const me = useMe();
  const queries = useQueryClient();
  const confirm = useMutation({
    mutationFn: async () => {
      if (email === undefined) throw problems.notFound('The link');
      return call(memberRoutes.confirmEmail, { body: { token, email } });
    },
    onSuccess: (changed) => queries.setQueryData(meQuery.queryKey, changed),
  });
  const { member, workspace } = confirm.data ?? me;
  return (
    <AccountFrame title="Your new e-mail address" business={workspace.name}>
      <Stack gap="lg">
        {confirm.isSuccess ? (
          <Text role="status">From now on you sign in with {member.email}.</Text>
        ) : (
          <>
            <Text>Until you confirm it, you sign in with {member.email}.</Text>
            {email !== undefined && (
              <Text>
                Then you sign in with <strong>{email}</strong>, at every business you belong to. If this address is not
                yours, please close this page.
              </Text>
            )}
          </>
        )}
        <ProblemAlert problem={confirm.error && problemIn(confirm.error)} />
        {confirm.isSuccess ? (
          <Anchor component={Link} to={landingOf(member)}>
            Go on
          </Anchor>
        ) : (
          <Button variant="filled" size="md" loading={confirm.isPending} onClick={() => confirm.mutate()}>
            Confirm this address
          </Button>
        )}
      </Stack>
    </AccountFrame>
  );
}
