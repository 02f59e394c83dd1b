import { useMemo, useState } from 'react';
import { useChatSearch } from './chat-search.ts';

/** The message to go to: the one the address names, until the search in the room finds others. */
export function useGoTo() {
  const { at } = useChatSearch();
  const named = useMemo(() => (at === undefined ? undefined : { seq: at }), [at]);
  const [found, setFound] = useState<{ seq: number; of: typeof named }>();
  return {
    wanted: found && found.of === named ? found : named,
    goTo: (seq: number) => setFound({ seq, of: named }),
  };
}
