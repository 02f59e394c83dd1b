import { useLocation } from '@tanstack/react-router';
import { useIsHere } from '#web/rooms/use-is-here.ts';

/** The task or room that somebody looks at this very moment: what is said there needs no bell. */
export function useOpenSubject(): string | null {
  const pathname = useLocation({ select: (location) => location.pathname });
  const isHere = useIsHere();
  const [, id = null] = /^\/(?:tasks|chat)\/([\w-]+)$/.exec(pathname) ?? [];
  return isHere ? id : null;
}
