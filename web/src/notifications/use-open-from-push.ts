import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import * as z from 'zod';

/** What the service worker says to a page that is open when somebody clicks on what was pushed. */
const Opened = z.object({ kind: z.literal('open'), url: z.string().startsWith('/') });

export function useOpenFromPush(): void {
  const { history } = useRouter();
  useEffect(() => {
    // Absent where the page is not served securely.
    const workers = 'serviceWorker' in navigator ? navigator.serviceWorker : null;
    const hear = ({ data }: MessageEvent) => {
      const opened = Opened.safeParse(data);
      if (opened.success) history.push(opened.data.url);
    };
    workers?.addEventListener('message', hear);
    workers?.startMessages();
    return () => workers?.removeEventListener('message', hear);
  }, [history]);
}
