import { healthRoutes } from '#domain/health/routes.ts';
import type { ResultOf } from '#domain/kernel/route.ts';
import { mayWrite, schema } from '#domain/schema/schema.ts';
import { openapi } from '#functions/openapi.ts';
import { cosmosAnswers } from '#functions/platform/cosmos.ts';
import { mailAnswers } from '#functions/platform/mail.ts';
import { pubsubAnswers } from '#functions/platform/pubsub.ts';
import { sharedAnswer } from '#functions/platform/shared-answer.ts';
import { storageAnswers } from '#functions/platform/storage.ts';
import { stripeAnswers } from '#functions/platform/stripe.ts';
import { storedVersion } from '#functions/schema/refuse-other-schema.ts';
import { serve } from '#functions/serve.ts';

const checks = {
  cosmos: cosmosAnswers,
  storage: storageAnswers,
  pubsub: pubsubAnswers,
  stripe: stripeAnswers,
  mail: mailAnswers,
};
type Name = keyof typeof checks;
type State = 'ok' | 'failed';
type Health = ResultOf<typeof healthRoutes.check>;

// Anybody may ask, and each answer costs a call to five services.
const health = sharedAnswer(5000, check);
serve('health-check', healthRoutes.check, ({ report, now }) => health(now(), report));

async function check(report: (error: unknown) => void): Promise<Health> {
  const states = await Promise.all(
    Object.entries(checks).map(async ([name, answers]): Promise<[Name, State]> => {
      try {
        await answers();
        return [name as Name, 'ok'];
      } catch (error) {
        report(error);
        return [name as Name, 'failed'];
      }
    }),
  );
  const dependencies = Object.fromEntries(states) as Record<Name, State>;
  const version = await versions(report);
  const isFine = version.state === 'ok' && states.every(([, state]) => state === 'ok');
  return { status: isFine ? 'ok' : 'failed', schema: version, dependencies };
}

async function versions(report: (error: unknown) => void): Promise<Health['schema']> {
  try {
    const stored = await storedVersion(new Date());
    return { program: schema.version, stored, state: mayWrite(schema, stored) ? 'ok' : 'failed' };
  } catch (error) {
    report(error);
    return { program: schema.version, stored: null, state: 'failed' };
  }
}

// Made once, and not before somebody asks: it takes longer than any other answer.
let document: ReturnType<typeof openapi> | null = null;
serve('health-openapi', healthRoutes.openapi, async () => (document ??= openapi()));
