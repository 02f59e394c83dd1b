import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Me } from '#domain/members/member.ts';
import { photoRoutes } from '#domain/photos/routes.ts';
import type { ProfileChange } from '#domain/profile/profile.ts';
import { profileRoutes } from '#domain/profile/routes.ts';
import { meQuery, useMe } from '#web/members/me.ts';
import { call } from '#web/platform/call.ts';
import { askAgain } from '#web/platform/photo.tsx';
import { useHistory } from '#web/platform/place.tsx';
import { toast } from '#web/platform/toast.tsx';

/** What becomes of the picture when the changes are saved. */
export type PhotoDraft = { kind: 'same' } | { kind: 'none' } | { kind: 'new'; file: Blob; address: string };

/** Name and age go first: they are refused when somebody else has changed them, and then nothing is done. */
export async function saveProfile(change: ProfileChange, draft: PhotoDraft): Promise<Me> {
  const me = await call(profileRoutes.change, { body: change });
  if (draft.kind === 'none') return call(photoRoutes.remove);
  if (draft.kind === 'new') return sendPhoto(draft.file);
  return me;
}

/** It has come back from where it is kept before anybody is told that it is there. */
async function sendPhoto(file: Blob): Promise<Me> {
  const me = await call(photoRoutes.change, { file });
  if (me.member.photo) await call(photoRoutes.get, { params: { photo: me.member.photo, size: '256' } });
  return me;
}

/** What the person sees of themselves, at once; all others hear it from the server. */
export function useShowMe(): (me: Me) => void {
  const queries = useQueryClient();
  return (me) => {
    queries.setQueryData(meQuery.queryKey, me);
    void askAgain(queries, me.member.id);
    for (const module of ['tasks', 'customers']) void queries.invalidateQueries({ queryKey: [module] });
  };
}

/** Ends in the sign-in of the business: there is nobody any more whose pages could be shown. */
export function useDeleteProfile() {
  const queries = useQueryClient();
  const history = useHistory();
  const { workspace } = useMe();
  return useMutation({
    mutationFn: () => call(profileRoutes.delete),
    onSuccess: () => {
      queries.clear();
      history.push(`/w/${workspace.slug}/login`);
      toast('Your profile was deleted');
    },
  });
}
