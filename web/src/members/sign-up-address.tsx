import { Button, CopyButton, Group, TextInput } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useMe } from './me.ts';

/** Where customers and employees of this business sign up. */
export function SignUpAddress() {
  const { workspace } = useMe();
  const address = `${location.origin}/w/${workspace.slug}/signup`;
  return (
    <Group gap="sm" align="flex-end" wrap="nowrap" maw={520}>
      <TextInput
        label="Your sign-up address"
        value={address}
        readOnly
        flex={1}
        onFocus={(event) => event.currentTarget.select()}
      />
      <CopyButton value={address}>
        {({ copied, copy }) => (
          <Button
            flex="none"
            leftSection={copied ? <IconCheck size={16} stroke={1.5} /> : <IconCopy size={16} stroke={1.5} />}
            onClick={copy}
          >
            {copied ? 'Copied' : 'Copy'}
          </Button>
        )}
      </CopyButton>
    </Group>
  );
}
