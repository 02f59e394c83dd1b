import { Note } from '#web/platform/note.tsx';

const enough = 5;

/** With few payers every rank is a large step, and the page says so. */
export function RoughScores({ payers }: { payers: number }) {
  if (payers === 0 || payers >= enough) return null;
  return (
    <Note>
      Only {payers === 1 ? '1 customer has' : `${payers} customers have`} paid so far. Scores compare customers with
      each other, so they are rough until {enough} have paid.
    </Note>
  );
}
