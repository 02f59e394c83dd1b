import { useCallback, useSyncExternalStore } from 'react';
import { type Draft, draftKey, drafts } from './drafts.ts';

export function useDraft(memberId: string, roomId: string) {
  const key = draftKey(memberId, roomId);
  const draft = useSyncExternalStore(drafts.subscribe, () => drafts.of(key));
  const change = useCallback((by: (draft: Draft) => Draft) => drafts.change(key, by), [key]);
  return [draft, change] as const;
}
