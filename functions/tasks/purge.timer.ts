import { app } from '@azure/functions';
import { purgeDeleted } from './purge-deleted.ts';

app.timer('tasks-purge', {
  schedule: '0 50 3 * * *',
  handler: (_timer, context) => purgeDeleted(new Date(), (error) => context.warn(error)),
});
