import { app } from '@azure/functions';
import { purgeDeletedFiles } from './purge-files.ts';

app.timer('files-purge', {
  schedule: '0 40 3 * * *',
  handler: (_timer, context) => purgeDeletedFiles(new Date(), (error) => context.warn(error)),
});
