import { startWebPubSub } from '../../local/web-pubsub/server.ts';
import { serving } from './serving.ts';

const pubsub = await startWebPubSub({ port: 0 });
serving({ connectionString: pubsub.connectionString }, () => pubsub.close());
