import { startCosmos } from '../../local/cosmos/server.ts';
import { serving } from './serving.ts';

const cosmos = await startCosmos({ port: 0, dir: process.argv[2]! });
serving({ endpoint: cosmos.endpoint, key: cosmos.key }, () => cosmos.close());
