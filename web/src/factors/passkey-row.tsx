import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import * as z from 'zod';
import { type Passkey, PasskeyName } from '#domain/factors/factor.ts';
import { factorRoutes } from '#domain/factors/routes.ts';
import { call } from '#web/platform/call.ts';
import { submitAs, useSchemaForm } from '#web/platform/form.ts';
import { Moment } from '#web/platform/moment.tsx';
import { ProblemAlert } from '#web/platform/problem-alert.tsx';
import { useSubmit } from '#web/platform/submit.ts';
import { Row } from '#web/platform/section.tsx';
import { useFactorAct } from './factor-queries.ts';
import { RemovePasskeyButton } from './remove-buttons.tsx';

export function PasskeyRow({ passkey }: { passkey: Passkey }) {
  const { name, device, lastUsedAt } = passkey;
  const [isOpen, { open, close }] = useDisclosure();
  const used = lastUsedAt ? (
    <>
      last used <Moment at={lastUsedAt} />
    </>
  ) : (
    'not used yet'
  );
  return (
    <Row
      name={name}
      sub={
        <span>
          Passkey made in {device}, {used}
        </span>
      }
    >
      <Group gap="sm">
        <Button size="xs" aria-label={`Rename ${name}`} onClick={open}>
          Rename
        </Button>
        <RemovePasskeyButton passkey={passkey} />
      </Group>
      <Modal opened={isOpen} onClose={close} title="Rename the passkey" closeButtonProps={{ 'aria-label': 'Close' }}>
        <RenameForm passkey={passkey} onDone={close} />
      </Modal>
    </Row>
  );
}

const Draft = z.object({ name: PasskeyName });

function RenameForm({ passkey: { id, name }, onDone }: { passkey: Passkey; onDone: () => void }) {
  const form = useSchemaForm(Draft, { name });
  const { mutateAsync } = useFactorAct((name: string) =>
    call(factorRoutes.renamePasskey, { params: { passkeyId: id }, body: { name } }),
  );
  const { submit, problem, isPending } = useSubmit(form, mutateAsync, onDone);
  return (
    <form onSubmit={submitAs(form, Draft, ({ name }) => submit(name))} noValidate>
      <Stack gap="lg">
        <TextInput label="Name" size="md" withAsterisk data-autofocus {...form.getInputProps('name')} />
        <ProblemAlert problem={problem} />
        <Group justify="flex-end" gap="sm">
          <Button size="md" onClick={onDone}>
            Cancel
          </Button>
          <Button size="md" type="submit" variant="filled" loading={isPending}>
            Rename
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
