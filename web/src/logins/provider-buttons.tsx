import { Button, Divider, Stack } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { LoginProvider } from '#domain/logins/login.ts';
import { providerNames } from '#domain/logins/provider-names.ts';
import { problemIn } from '#web/platform/problem-of.ts';
import { nextAt, useHistory } from '#web/platform/place.tsx';
import { ProblemAlert } from '#web/platform/problem-alert.tsx';
import { ProviderIcon } from './provider-icon.tsx';
import { providersQuery } from './providers-query.ts';
import classes from './logins.module.css';

/** The other ways in, below the form. Nothing is shown of what is switched off. */
export function ProviderButtons({ slug }: { slug?: string }) {
  const { data } = useQuery(providersQuery(slug));
  const history = useHistory();
  const going = useMutation({
    mutationFn: async (provider: LoginProvider) => {
      const { goToSignIn } = await import('./go-to-company.ts');
      await goToSignIn(provider, { slug, next: nextAt(history) });
    },
  });
  const { reset } = going;

  useEffect(() => {
    // A page that the browser kept while it was away must not spin for ever.
    const comeBack = ({ persisted }: PageTransitionEvent) => persisted && reset();
    window.addEventListener('pageshow', comeBack);
    return () => window.removeEventListener('pageshow', comeBack);
  }, [reset]);

  if (!data || data.items.length === 0) return null;
  const isGoing = going.isPending || going.isSuccess;
  return (
    <Stack gap="sm">
      <Divider label="or" />
      <ProblemAlert problem={going.error && problemIn(going.error)} />
      {data.items.map((provider) => (
        <Button
          key={provider}
          size="md"
          className={classes[provider]}
          leftSection={<ProviderIcon provider={provider} />}
          loading={isGoing && going.variables === provider}
          disabled={isGoing && going.variables !== provider}
          onClick={() => going.mutate(provider)}
        >
          Sign in with {providerNames[provider]}
        </Button>
      ))}
    </Stack>
  );
}
