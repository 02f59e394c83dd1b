import { Anchor, Stack } from '@mantine/core';
import { useState } from 'react';
import type { StepUpWay } from '#domain/factors/factor.ts';
import { CodeProof } from './code-proof.tsx';
import { MailedCodeProof } from './mailed-code-proof.tsx';
import { PasskeyProof } from './passkey-proof.tsx';
import { PasswordProof } from './password-proof.tsx';
import type { Proving } from './proving.ts';
import { wayNames } from './way-names.ts';

type Props = Proving & { ways: readonly StepUpWay[] };

/** One way at a time, the others a click away. */
export function ProofForm({ ways, ...proving }: Props) {
  const [chosen, setChosen] = useState<StepUpWay | null>(null);
  const way = chosen ?? ways[0];
  return (
    <Stack gap="lg">
      {way && <Way key={way} way={way} {...proving} />}
      {ways
        .filter((other) => other !== way)
        .map((other) => (
          <Anchor key={other} component="button" type="button" size="sm" ta="left" onClick={() => setChosen(other)}>
            {wayNames[other]}
          </Anchor>
        ))}
    </Stack>
  );
}

function Way({ way, ...proving }: Proving & { way: StepUpWay }) {
  switch (way) {
    case 'totp':
    case 'recovery-code':
      return <CodeProof way={way} give={(code) => proving.send({ way, code })} />;
    case 'passkey':
      return <PasskeyProof {...proving} />;
    case 'password':
      return <PasswordProof {...proving} />;
    case 'code':
      return <MailedCodeProof {...proving} />;
  }
}
