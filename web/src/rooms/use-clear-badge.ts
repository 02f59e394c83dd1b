import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { clearBadge } from './seat-queries.ts';

export function useClearBadge(roomId: string): void {
  const queries = useQueryClient();
  useEffect(() => clearBadge(queries, roomId), [queries, roomId]);
}
