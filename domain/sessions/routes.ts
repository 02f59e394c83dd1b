import * as z from 'zod';
import { Id } from '#domain/kernel/ids.ts';
import { route } from '#domain/kernel/route.ts';
import { Session } from './session.ts';

const ofMember = z.strictObject({ memberId: Id });
const Sessions = z.object({ items: z.array(Session) });

export const sessionRoutes = {
  list: route({
    method: 'GET',
    path: 'me/sessions',
    summary: 'Where I am signed in, the newest first',
    access: 'signed-in',
    result: Sessions,
  }),
  end: route({
    method: 'DELETE',
    path: 'me/sessions/{sessionId}',
    summary: 'End one of my sessions',
    access: 'signed-in',
    stepUp: true,
    params: z.strictObject({ sessionId: Id }),
  }),
  endOthers: route({
    method: 'POST',
    path: 'me/sessions/end-others',
    summary: 'End all my sessions but this one',
    access: 'signed-in',
    stepUp: true,
  }),
  ofMember: route({
    method: 'GET',
    path: 'members/{memberId}/sessions',
    summary: 'Where a member is signed in to this workspace',
    access: 'members.manage',
    params: ofMember,
    result: Sessions,
  }),
  signOutMember: route({
    method: 'POST',
    path: 'members/{memberId}/sign-out',
    summary: 'End all sessions of a member in this workspace',
    access: 'members.manage',
    params: ofMember,
  }),
};
