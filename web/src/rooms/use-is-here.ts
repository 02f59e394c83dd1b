import { useSyncExternalStore } from 'react';

/** Whether the person looks at this page: it is the tab in front, and the window has the focus. */
export const useIsHere = (): boolean => useSyncExternalStore(subscribe, isHere);

const isHere = (): boolean => document.visibilityState === 'visible' && document.hasFocus();

function subscribe(listener: () => void): () => void {
  document.addEventListener('visibilitychange', listener);
  window.addEventListener('focus', listener);
  window.addEventListener('blur', listener);
  return () => {
    document.removeEventListener('visibilitychange', listener);
    window.removeEventListener('focus', listener);
    window.removeEventListener('blur', listener);
  };
}
