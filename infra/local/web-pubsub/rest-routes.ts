import { join, leave } from './hub.ts';
import {
  checkRight,
  close,
  exists,
  generateToken,
  grant,
  joinGroup,
  leaveGroup,
  leaveGroups,
  list,
  moveFiltered,
  revoke,
  send,
} from './rest-actions.ts';
import { type Answer, type Call, everyone, members, ofUser, one } from './rest-call.ts';

const route = (method: string, path: string, answer: (call: Call) => Answer) => ({
  method,
  pattern: new RegExp(`^${path.replaceAll(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`),
  answer,
});

/** The data plane below /api/hubs/{hub}. */
export const routes = [
  route('POST', ':send', send(everyone)),
  route('POST', 'groups/{group}/:send', send(members)),
  route('POST', 'users/{user}/:send', send(ofUser)),
  route('POST', 'connections/{connection}/:send', send(one)),

  route('POST', ':closeConnections', close(everyone)),
  route('POST', 'groups/{group}/:closeConnections', close(members)),
  route('POST', 'users/{user}/:closeConnections', close(ofUser)),
  route('DELETE', 'connections/{connection}', close(one)),

  route('HEAD', 'connections/{connection}', exists(one)),
  route('HEAD', 'groups/{group}', exists(members)),
  route('HEAD', 'users/{user}', exists(ofUser)),

  route('GET', 'groups/{group}/connections', list),
  route('PUT', 'groups/{group}/connections/{connection}', joinGroup(one)),
  route('DELETE', 'groups/{group}/connections/{connection}', leaveGroup(one)),
  route('PUT', 'users/{user}/groups/{group}', joinGroup(ofUser)),
  route('DELETE', 'users/{user}/groups/{group}', leaveGroup(ofUser)),
  route('DELETE', 'users/{user}/groups', leaveGroups(ofUser)),
  route('DELETE', 'connections/{connection}/groups', leaveGroups(one)),
  route('POST', ':addToGroups', moveFiltered(join)),
  route('POST', ':removeFromGroups', moveFiltered(leave)),

  route('PUT', 'permissions/{right}/connections/{connection}', grant),
  route('DELETE', 'permissions/{right}/connections/{connection}', revoke),
  route('HEAD', 'permissions/{right}/connections/{connection}', checkRight),

  route('POST', ':generateToken', generateToken),
];
