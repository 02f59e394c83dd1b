import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { Id } from '#domain/kernel/ids.ts';
import { ChatSearch } from './chat-search.ts';

/** A task's room has the task's address as well; all of one's rooms stand beside each other in the chat. */
export function roomsRoutes(parent: AnyRoute) {
  const chat = createRoute({
    getParentRoute: () => parent,
    path: '/chat',
    validateSearch: ChatSearch,
    component: lazyRouteComponent(() => import('./chat-page.tsx'), 'ChatPage'),
  });
  return [
    createRoute({
      getParentRoute: () => parent,
      path: '/tasks/$taskId',
      validateSearch: ChatSearch.pick({ at: true }).extend({
        /** The payment that lies open over the room. */
        payment: Id.optional().catch(undefined),
      }),
      component: lazyRouteComponent(() => import('./room-page.tsx'), 'RoomPage'),
    }),
    // The page stays while one goes from room to room, and knows which one by the address.
    chat.addChildren([createRoute({ getParentRoute: () => chat, path: '$roomId' })]),
  ];
}
