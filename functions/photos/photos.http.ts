import { problems } from '#domain/kernel/problem.ts';
import { photoRoutes } from '#domain/photos/routes.ts';
import { serve } from '#functions/serve.ts';
import { changePhoto, removePhoto } from './change-photo.ts';
import { listFaces } from './list-faces.ts';

serve('photos-faces', photoRoutes.faces, (work, { query }) => listFaces(work, query.ids));
serve('photos-get', photoRoutes.get, async ({ photos }, { params: { photo, size } }) => {
  const bytes = await photos.read(photo, size);
  if (!bytes) throw problems.notFound('The picture');
  return { bytes, etag: `"${photo}-${size}"` };
});
serve('photos-change', photoRoutes.change, (work, sent) => changePhoto(work, sent));
serve('photos-remove', photoRoutes.remove, (work) => removePhoto(work));
