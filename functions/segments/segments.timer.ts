import { app } from '@azure/functions';
import { planRebuilds } from './plan-rebuilds.ts';

app.timer('segments-nightly', {
  schedule: '0 5 * * * *',
  handler: (_timer, context) => planRebuilds(new Date(), (error) => context.warn(error)),
});
