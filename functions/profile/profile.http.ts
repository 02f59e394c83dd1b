import { profileRoutes } from '#domain/profile/routes.ts';
import { serve } from '#functions/serve.ts';
import { changeProfile } from './change-profile.ts';
import { deleteProfile } from './delete-profile.ts';

serve('profile-change', profileRoutes.change, (work, { body }) => changeProfile(work, body));
serve('profile-delete', profileRoutes.delete, (work) => deleteProfile(work));
