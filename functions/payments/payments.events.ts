import { onChanges } from '#functions/platform/feed.ts';
import { workInbox } from './work-inbox.ts';

onChanges('payments-inbox', {
  container: 'inbox',
  // Each asks Stripe, and all at once.
  mostAtOnce: 16,
  handler: (documents, context) => workInbox(documents, (error) => context.warn(error)),
});
