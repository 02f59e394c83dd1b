import { app } from '@azure/functions';
import { eraseDeleted } from './erase-deleted.ts';

app.timer('profile-erase', {
  schedule: '0 20 3 * * *',
  handler: (_timer, context) => eraseDeleted(new Date(), (error) => context.warn(error)),
});
