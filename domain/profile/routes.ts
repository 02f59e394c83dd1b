import { route } from '#domain/kernel/route.ts';
import { Me } from '#domain/members/member.ts';
import { ProfileChange } from './profile.ts';

/** One's own profile only: there is no id in a path or a body that could be somebody else's. */
export const profileRoutes = {
  change: route({
    method: 'PATCH',
    path: 'me',
    summary: 'Change one’s own name and age; 412 when `version` is not the newest',
    access: 'profile.change',
    body: ProfileChange,
    result: Me,
  }),
  delete: route({
    method: 'DELETE',
    path: 'me/profile',
    summary: 'Delete one’s own profile: signs out everywhere; personal data is erased after 30 days',
    access: 'signed-in',
    stepUp: true,
  }),
};
