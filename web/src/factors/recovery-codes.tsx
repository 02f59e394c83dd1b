import { Button, CopyButton, Group, Stack, Text } from '@mantine/core';
import { IconCheck, IconCopy, IconDownload } from '@tabler/icons-react';
import classes from './factors.module.css';

type Props = { codes: readonly string[]; onDone: () => void };

const icon = { size: 16, stroke: 1.5, 'aria-hidden': true } as const;

/** Shown once: the server keeps only what they can be checked by. */
export function RecoveryCodes({ codes, onDone }: Props) {
  const text = `${codes.join('\n')}\n`;
  return (
    <Stack gap="lg">
      <Text>
        Each of these codes lets you in once when you have lost your app or passkey. They are shown only now: please
        keep them where nobody else looks.
      </Text>
      <ul className={classes.codes} aria-label="Recovery codes">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <Group gap="sm">
        <CopyButton value={text}>
          {({ copied, copy }) => (
            <Button leftSection={copied ? <IconCheck {...icon} /> : <IconCopy {...icon} />} onClick={copy}>
              {copied ? 'Copied' : 'Copy'}
            </Button>
          )}
        </CopyButton>
        <Button
          component="a"
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(text)}`}
          download="starone-recovery-codes.txt"
          leftSection={<IconDownload {...icon} />}
        >
          Download
        </Button>
      </Group>
      <Button variant="filled" size="md" className="cap" onClick={onDone} data-autofocus>
        I HAVE KEPT THEM
      </Button>
    </Stack>
  );
}
