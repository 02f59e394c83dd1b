import { roomRoutes } from '#domain/rooms/routes.ts';
import { serve } from '#functions/serve.ts';
import { readTask } from '#functions/tasks/read-task.ts';
import { sendMessage } from './send-message.ts';

// A room is its task's: whoever may read the task may hear and speak in it.
serve('rooms-messages', roomRoutes.messages, async (work, { params, query }) => {
  await readTask(work, params.roomId);
  const items = await work.rooms.messages(params.roomId, query);
  return { items, lastSeq: await work.rooms.lastSeq(params.roomId) };
});
serve('rooms-send', roomRoutes.send, (work, { params, body }) => sendMessage(work, params.roomId, body));
serve('rooms-join', roomRoutes.join, async (work, { params }) => {
  await readTask(work, params.roomId);
  await work.live.joinRoom(params.roomId, work.caller.memberId);
});
serve('rooms-leave', roomRoutes.leave, async (work, { params }) => {
  await readTask(work, params.roomId);
  await work.live.leaveRoom(params.roomId, work.caller.memberId);
});
