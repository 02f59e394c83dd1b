import { config } from '#functions/platform/config.ts';

/** As where many businesses share a deployment: without an account of its own, one cannot be paid. */
export async function asSharedDeployment(run: () => Promise<void>): Promise<void> {
  config.stripe.isSingleBusiness = false;
  try {
    await run();
  } finally {
    config.stripe.isSingleBusiness = true;
  }
}
