import type { StepUpProof } from '#domain/factors/routes.ts';
import type { PasskeyRequest } from '#domain/factors/webauthn.ts';

/** What a form needs to prove somebody by. */
export type Proving = {
  /** Resolves once the proof was taken. */
  send: (proof: StepUpProof) => Promise<void>;
  /** What a passkey signs. */
  ask: () => Promise<PasskeyRequest>;
};
