import type { CodeSent } from '#domain/accounts/account.ts';
import { accountRoutes } from '#domain/accounts/routes.ts';
import { useEnter } from '#web/members/use-enter.ts';
import { call } from '#web/platform/call.ts';
import { toast } from '#web/platform/toast.tsx';
import { CodeStep } from './code-step.tsx';

type Props = { sent: CodeSent; email: string; onChange: () => void };

/** The code makes the account, and the person is in. */
export function SignUpCodeStep(props: Props) {
  const enter = useEnter();
  return (
    <CodeStep
      {...props}
      prove={(body) => call(accountRoutes.prove, { body })}
      onProved={(me) => {
        toast('User registered successfully');
        enter(me);
      }}
    />
  );
}
