import { onChanges } from '#functions/platform/feed.ts';
import { report } from '#functions/platform/report.ts';
import { workInbox } from './work-inbox.ts';

onChanges('payments-inbox', (documents) => workInbox(documents, report));
