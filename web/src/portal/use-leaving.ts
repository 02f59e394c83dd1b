import { useWindowEvent } from '@mantine/hooks';
import { useState } from 'react';

/** From the press that leads out of the app until the browser has gone there; a step back may find the page as it was. */
export function useLeaving() {
  const [isLeaving, setIsLeaving] = useState(false);
  useWindowEvent('pageshow', () => setIsLeaving(false));
  const leaveTo = (url: string) => {
    setIsLeaving(true);
    window.location.assign(url);
  };
  return { isLeaving, leaveTo };
}
