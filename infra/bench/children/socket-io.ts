import { createServer } from 'node:http';
import { Server } from 'socket.io';
import { listen } from '../../local/listen.ts';
import { serving } from './serving.ts';

/** A plain room: whoever connects is in it, and what one publishes everybody gets. */
const server = createServer();
const io = new Server(server);
io.on('connection', (socket) => {
  void socket.join('room');
  socket.on('publish', (message: unknown) => io.to('room').emit('message', message));
});
serving({ url: `http://127.0.0.1:${await listen(server, 0)}` }, () => io.close());
