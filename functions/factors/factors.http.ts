import { factorRoutes } from '#domain/factors/routes.ts';
import { serve } from '#functions/serve.ts';
import { factors, shown } from './kept-factors.ts';
import { addPasskey, beginPasskey, removePasskey, renamePasskey } from './manage-passkeys.ts';
import { beginTotp, confirmTotp, removeTotp } from './manage-totp.ts';
import { passkeyRequest } from './check-passkey.ts';
import { passkeySignIn } from './passkey-sign-in.ts';
import { renewRecoveryCodes } from './renew-recovery-codes.ts';
import { secondFactor, secondFactorOptions, waysOfSignIn } from './second-factor.ts';
import { stepUp, stepUpOptions, waysOfStepUp } from './step-up.ts';
import { sendStepUpCode } from './step-up-code.ts';

serve('factors-state', factorRoutes.state, async ({ caller }) => shown(await factors.read(caller.accountId)));
serve('factors-begin-totp', factorRoutes.beginTotp, (work) => beginTotp(work));
serve('factors-confirm-totp', factorRoutes.confirmTotp, (work, { body }) => confirmTotp(work, body.code));
serve('factors-remove-totp', factorRoutes.removeTotp, (work) => removeTotp(work));
serve('factors-renew-recovery-codes', factorRoutes.renewRecoveryCodes, (work) => renewRecoveryCodes(work));
serve('factors-begin-passkey', factorRoutes.beginPasskey, (work) => beginPasskey(work));
serve('factors-add-passkey', factorRoutes.addPasskey, (work, { body }) => addPasskey(work, body));
serve('factors-rename-passkey', factorRoutes.renamePasskey, (work, { params, body }) =>
  renamePasskey(work, params.passkeyId, body.name),
);
serve('factors-remove-passkey', factorRoutes.removePasskey, (work, { params }) =>
  removePasskey(work, params.passkeyId),
);

serve('factors-ways-of-sign-in', factorRoutes.waysOfSignIn, (visit) => waysOfSignIn(visit));
serve('factors-second-factor', factorRoutes.secondFactor, (visit, { body }) => secondFactor(visit, body));
serve('factors-second-factor-options', factorRoutes.secondFactorOptions, (visit) => secondFactorOptions(visit));
serve('factors-passkey-options', factorRoutes.passkeyOptions, (visit) =>
  passkeyRequest(visit, { act: 'sign-in', accountId: null }),
);
serve('factors-passkey-sign-in', factorRoutes.passkeySignIn, (visit, { body }) => passkeySignIn(visit, body));

serve('factors-ways-of-step-up', factorRoutes.waysOfStepUp, async (work) => ({ ways: await waysOfStepUp(work) }));
serve('factors-step-up', factorRoutes.stepUp, (work, { body }) => stepUp(work, body));
serve('factors-send-step-up-code', factorRoutes.sendStepUpCode, (work) => sendStepUpCode(work));
serve('factors-step-up-options', factorRoutes.stepUpOptions, (work) => stepUpOptions(work));
