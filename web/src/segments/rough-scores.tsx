import { Alert } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';

const enough = 5;

/** With few payers every rank is a large step, and the page says so. */
export function RoughScores({ payers }: { payers: number }) {
  if (payers === 0 || payers >= enough) return null;
  return (
    <Alert
      role="note"
      variant="outline"
      color="gray"
      mb="lg"
      bd="1px solid var(--line)"
      icon={<IconInfoCircle size={16} stroke={1.5} />}
    >
      Only {payers === 1 ? '1 customer has' : `${payers} customers have`} paid so far. Scores compare customers with
      each other, so they are rough until {enough} have paid.
    </Alert>
  );
}
