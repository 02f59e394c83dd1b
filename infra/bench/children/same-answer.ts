import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { localKey } from '../../local/cosmos/server.ts';
import { close, listen } from '../../local/listen.ts';
import { serving } from './serving.ts';

/**
 * The fastest Cosmos there could be: it looks at nothing and answers every request with the same text, which is an
 * account, a container and a document in one. What the SDK reaches here is its own ceiling on this machine.
 */
let answer = '';
const server = createServer(async (request, response) => {
  await text(request);
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(answer) });
  response.end(answer);
});
const endpoint = `http://127.0.0.1:${await listen(server, 0)}/`;
const locations = [{ name: 'Local', databaseAccountEndpoint: endpoint }];
answer = JSON.stringify({
  id: 'one',
  // Without them the SDK asks for the account before every operation.
  writableLocations: locations,
  readableLocations: locations,
  partitionKey: { paths: ['/workspaceId'] },
  text: 'x'.repeat(600),
});
serving({ endpoint, key: localKey }, () => close(server));
