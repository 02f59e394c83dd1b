import { accountRoutes } from '#domain/accounts/routes.ts';
import { factorRoutes } from '#domain/factors/routes.ts';
import { loginRoutes } from '#domain/logins/routes.ts';
import { memberRoutes } from '#domain/members/routes.ts';
import { defaultSettings } from '#domain/notifications/defaults.ts';
import { notificationRoutes } from '#domain/notifications/routes.ts';
import { sessionRoutes } from '#domain/sessions/routes.ts';
import { taskRoutes } from '#domain/tasks/routes.ts';
import type { Task } from '#domain/tasks/task.ts';
import { answer } from './answer.ts';

/** All that the profile page asks for beside who one is: these tasks, and nothing else yet. */
export function answerProfile(tasks: Task[] = []): void {
  // Whom the navigation counts.
  answer(memberRoutes.list, { items: [], nextCursor: null });
  answer(taskRoutes.list, { items: tasks, nextCursor: null });
  answer(taskRoutes.count, { count: tasks.length, isCapped: false });
  answer(accountRoutes.password, { isSet: true });
  answer(factorRoutes.state, { totp: null, recoveryCodesLeft: 0, passkeys: [] });
  answer(loginRoutes.mine, { items: [] });
  answer(sessionRoutes.list, { items: [] });
  answer(notificationRoutes.settings, defaultSettings('admin'));
  answer(notificationRoutes.pushKey, { publicKey: null });
}
