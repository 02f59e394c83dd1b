import { memberRoutes } from '#domain/members/routes.ts';
import { aPhoto } from './a-photo.ts';
import { joinBusiness } from './join-business.ts';
import { asking, fresh, type Make, plain } from './making.ts';

/** The accepted requests of the routes about profiles and photos. */
export const profileRequests: Record<string, Make> = {
  'profile-change': asking(async ({ people }) => {
    const { name, age, version } = (await people.admin.call(memberRoutes.me)).member;
    return { name, age: age ?? 30, version };
  }),
  'profile-delete': async ({ where, ids: { slug } }) => ({
    person: await joinBusiness(where, { slug, email: fresh('leaving'), isKnown: false }),
    sent: {},
  }),
  'photos-faces': async ({ people, ids: { memberId, customerId } }) => ({
    person: people.admin,
    sent: { query: { ids: [memberId, customerId].join(',') } },
  }),
  'photos-change': async ({ people }) => ({ person: people.admin, sent: { file: await aPhoto() } }),
  'photos-remove': plain,
};
