import { useWindowEvent } from '@mantine/hooks';
import { useListUrl } from '#web/platform/list/use-list-url.ts';
import { isTaken } from '#web/platform/list/use-row-keys.ts';

/** A payment that lies open where there is no list of payments: Esc closes it. */
export function useAloneWalk() {
  const { search, show } = useListUrl();
  const paymentId = search['payment'];
  const close = () => show({ payment: undefined });
  useWindowEvent('keydown', (event) => {
    if (paymentId === undefined || event.key !== 'Escape' || isTaken(event)) return;
    event.preventDefault();
    close();
  });
  return { paymentId, walk: { close } };
}
