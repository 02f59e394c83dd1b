import * as z from 'zod';
import { idsUpTo } from '#domain/kernel/list.ts';
import { route } from '#domain/kernel/route.ts';
import { Me } from '#domain/members/member.ts';
import { Face, maxPhotoBytes, PhotoName, PhotoSizeText, photoTypes } from './photo.ts';

export const mostFaces = 100;

export const photoRoutes = {
  faces: route({
    method: 'GET',
    path: 'photos',
    summary: 'The pictures of members and customers, by their ids; who is unknown is left out',
    access: 'photos.view',
    query: z.strictObject({ ids: idsUpTo(mostFaces) }),
    result: z.object({ items: z.array(Face) }),
  }),
  get: route({
    method: 'GET',
    path: 'photos/{photo}/{size}',
    summary: 'One picture, square, in pixels',
    access: 'photos.view',
    params: z.strictObject({ photo: PhotoName, size: PhotoSizeText }),
    produces: 'image/webp',
    cache: 'immutable',
  }),
  change: route({
    method: 'PUT',
    path: 'me/photo',
    summary: 'Change one’s own picture: JPEG, PNG or WebP, at most 5 MB and 50 megapixels, not animated',
    access: 'profile.change',
    raw: { types: photoTypes },
    maxBytes: maxPhotoBytes,
    result: Me,
  }),
  remove: route({
    method: 'DELETE',
    path: 'me/photo',
    summary: 'Remove one’s own picture',
    access: 'profile.change',
    result: Me,
  }),
};
