import { type ReactNode, useState } from 'react';
import type { TotpStart } from '#domain/factors/factor.ts';
import { factorRoutes } from '#domain/factors/routes.ts';
import type { PasskeyCreation } from '#domain/factors/webauthn.ts';
import { call } from '#web/platform/call.ts';
import { toastProblem } from '#web/platform/toast.tsx';
import { useFactorAct } from './factor-queries.ts';
import { PasskeySetup } from './passkey-setup.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';
import { TotpSetup } from './totp-setup.tsx';

type Step =
  | { kind: 'totp'; start: TotpStart }
  | { kind: 'passkey'; start: PasskeyCreation }
  | { kind: 'codes'; codes: string[] };

const titles: Record<Step['kind'], string> = {
  totp: 'Set up an authenticator app',
  passkey: 'Add a passkey',
  codes: 'Keep your recovery codes',
};

/** Leads through setting up a factor, up to the recovery codes. `face` is what to show now; null between two. */
export function useEnrolment(onDone: () => void) {
  const [step, setStep] = useState<Step | null>(null);
  const finish = () => {
    setStep(null);
    onDone();
  };
  const showCodes = (codes: string[] | null) => (codes ? setStep({ kind: 'codes', codes }) : finish());

  const totp = useFactorAct(() => call(factorRoutes.beginTotp), {
    onSuccess: (start) => setStep({ kind: 'totp', start }),
    onError: toastProblem,
  });
  const passkey = useFactorAct(() => call(factorRoutes.beginPasskey), {
    onSuccess: (start) => setStep({ kind: 'passkey', start }),
    onError: toastProblem,
  });
  const codes = useFactorAct(() => call(factorRoutes.renewRecoveryCodes), {
    onSuccess: ({ recoveryCodes }) => showCodes(recoveryCodes),
    onError: toastProblem,
  });

  return {
    totp,
    passkey,
    codes,
    face: step && { title: titles[step.kind], content: contentOf(step, { showCodes, finish }) },
    close: step?.kind === 'codes' ? finish : () => setStep(null),
  };
}

type Turns = { showCodes: (codes: string[] | null) => void; finish: () => void };

function contentOf(step: Step, { showCodes, finish }: Turns): ReactNode {
  switch (step.kind) {
    case 'totp':
      return <TotpSetup start={step.start} onDone={showCodes} />;
    case 'passkey':
      return <PasskeySetup start={step.start} onDone={showCodes} />;
    case 'codes':
      return <RecoveryCodes codes={step.codes} onDone={finish} />;
  }
}
