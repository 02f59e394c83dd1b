import { lazy, Suspense, useState } from 'react';
import { LoginForm } from './login-form.tsx';

const CodeLoginForm = lazy(async () => ({ default: (await import('./code-login-form.tsx')).CodeLoginForm }));

/** By password or by code; the address that was typed goes along. */
export function LoginWays({ slug }: { slug?: string }) {
  const [way, setWay] = useState<'password' | 'code'>('password');
  const [email, setEmail] = useState('');
  const go = (next: typeof way) => (typed: string) => {
    setEmail(typed);
    setWay(next);
  };
  const at = slug === undefined ? {} : { slug };
  return way === 'password' ? (
    <LoginForm {...at} email={email} onCode={go('code')} />
  ) : (
    <Suspense>
      <CodeLoginForm {...at} email={email} onPassword={go('password')} />
    </Suspense>
  );
}
