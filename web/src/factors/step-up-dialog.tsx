import { Modal, Stack, Text } from '@mantine/core';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { factorRoutes } from '#domain/factors/routes.ts';
import { call } from '#web/platform/call.ts';
import { Failed, Loading } from '#web/platform/faces.tsx';
import { ProofForm } from './proof-form.tsx';

const waysQuery = queryOptions({
  queryKey: ['factors', 'step-up'],
  queryFn: ({ signal }) => call(factorRoutes.waysOfStepUp, {}, signal),
  staleTime: 0,
});

/** Above whatever dialog the act began in. */
const zIndex = 400;

export function StepUpDialog({ onDone }: { onDone: (isConfirmed: boolean) => void }) {
  const { data, error, refetch } = useQuery(waysQuery);
  return (
    <Modal
      opened
      onClose={() => onDone(false)}
      title="Confirm that it is you"
      closeButtonProps={{ 'aria-label': 'Close' }}
      zIndex={zIndex}
    >
      <Stack gap="lg">
        <Text c="dimmed">This is a sensitive change. After this you are not asked again for 10 minutes.</Text>
        {data ? (
          <ProofForm
            ways={data.ways}
            ask={() => call(factorRoutes.stepUpOptions)}
            send={async (body) => {
              await call(factorRoutes.stepUp, { body });
              onDone(true);
            }}
          />
        ) : error ? (
          <Failed error={error} retry={() => void refetch()} />
        ) : (
          <Loading rows={2} />
        )}
      </Stack>
    </Modal>
  );
}
