import { Button, Card, Radio, Stack, Textarea } from '@mantine/core';
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import * as z from 'zod';
import { workspaceRoutes } from '#domain/workspaces/routes.ts';
import { SecondFactorFor, type SignInRules, SignInRulesChange } from '#domain/workspaces/sign-in-rules.ts';
import { call } from '#web/platform/call.ts';
import { Failed, Loading } from '#web/platform/faces.tsx';
import { submitAs, useSchemaForm } from '#web/platform/form.ts';
import { ProblemAlert } from '#web/platform/problem-alert.tsx';
import { useSubmit } from '#web/platform/submit.ts';
import { toast } from '#web/platform/toast.tsx';
import { SettingsFrame } from '#web/settings/settings-frame.tsx';

const rulesQuery = queryOptions({
  queryKey: ['settings', 'sign-in-rules'],
  queryFn: ({ signal }) => call(workspaceRoutes.signInRules, {}, signal),
});

export function SignInRulesPage() {
  const { data, error, refetch } = useQuery(rulesQuery);
  return (
    <SettingsFrame tab="/settings/sign-in" sub="How people get in to your business">
      {data ? (
        <Card maw={560}>
          <RulesForm rules={data} />
        </Card>
      ) : error ? (
        <Failed error={error} retry={() => void refetch()} />
      ) : (
        <Loading rows={4} />
      )}
    </SettingsFrame>
  );
}

const whom: Record<SecondFactorFor, string> = {
  nobody: 'Nobody has to, everybody may',
  admins: 'Admins',
  leaders: 'Admins and managers',
  staff: 'All staff: admins, managers and employees',
};

const Draft = z.object({
  secondFactorFor: SecondFactorFor,
  microsoftTenants: z
    .string()
    .transform((text) => text.split(/[\s,]+/).filter(Boolean))
    // One sentence under the one field, whichever of the lines it is about.
    .refine(
      (tenants) => SignInRulesChange.shape.microsoftTenants.safeParse(tenants).success,
      'A directory id looks like 8d2c4c2e-1f5b-4f0a-9a51-0c8e2f6f7a11; at most 20 of them',
    ),
});

function RulesForm({ rules: { secondFactorFor, microsoftTenants } }: { rules: SignInRules }) {
  const queries = useQueryClient();
  const form = useSchemaForm(Draft, { secondFactorFor, microsoftTenants: microsoftTenants.join('\n') });
  const { submit, problem, isPending } = useSubmit(
    form,
    (body: z.output<typeof Draft>) => call(workspaceRoutes.changeSignInRules, { body }),
    (rules) => {
      queries.setQueryData(rulesQuery.queryKey, rules);
      toast('Sign-in rules saved');
    },
  );
  return (
    <form onSubmit={submitAs(form, Draft, submit)} noValidate>
      <Stack gap="lg">
        <Radio.Group
          label="Who has to sign in with a second step"
          description="Who has none yet is asked to set one up before anything else opens, from the next click on."
          {...form.getInputProps('secondFactorFor')}
        >
          <Stack gap="sm" my="sm">
            {SecondFactorFor.options.map((value) => (
              <Radio key={value} value={value} label={whom[value]} />
            ))}
          </Stack>
        </Radio.Group>
        <Textarea
          label="Microsoft directories"
          description="The ids of the directories (tenants) whose people may sign in with Microsoft, one on each line. Empty: nobody."
          autosize
          minRows={2}
          spellCheck={false}
          {...form.getInputProps('microsoftTenants')}
        />
        <ProblemAlert problem={problem} />
        <Button type="submit" variant="filled" size="md" loading={isPending} w="fit-content">
          Save
        </Button>
      </Stack>
    </form>
  );
}
