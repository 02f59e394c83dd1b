import { betterAuth } from 'better-auth/minimal';
import { uuidv7 } from '#domain/kernel/ids.ts';
import { config } from '#functions/platform/config.ts';
import { storeAdapter } from './store-adapter.ts';

/** better-auth keeps accounts, passwords and sessions. It is not mounted: nothing but these functions reaches it. */
export const auth = betterAuth({
  baseURL: config.publicOrigin,
  secret: config.authSecret,
  database: storeAdapter(),
  telemetry: { enabled: false },
  logger: { level: 'error' },
  verification: { disableCleanup: true },
  account: { accountLinking: { disableImplicitLinking: true } },
  user: {
    additionalFields: {
      lastWorkspaceId: { type: 'string', required: false, input: false },
      lastMemberId: { type: 'string', required: false, input: false },
      hasSecondFactor: { type: 'boolean', required: false, input: false },
    },
  },
  session: {
    additionalFields: {
      workspaceId: { type: 'string', required: true, input: false },
      memberId: { type: 'string', required: true, input: false },
      by: { type: 'string', required: true, input: false },
      provedAt: { type: 'date', required: true, input: false },
      secondFactorFor: { type: 'string', required: true, input: false },
    },
  },
  advanced: { database: { generateId: () => uuidv7(Date.now()) } },
});
