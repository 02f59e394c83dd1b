import { useQueryClient } from '@tanstack/react-query';
import type { Me } from '#domain/members/member.ts';
import { useHistory } from '#web/platform/place.tsx';
import { enter } from './enter.ts';

/** Goes in as this person. */
export function useEnter() {
  const queries = useQueryClient();
  const history = useHistory();
  return (me: Me, next?: string) => enter({ queries, history }, me, next);
}
