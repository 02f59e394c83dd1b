import type { SegmentSummary } from '#domain/segments/segment.ts';

const scores = [1, 2, 3, 4, 5];

/** The heat map for those who hear it. */
export function GridTable({ grid }: Pick<SegmentSummary, 'grid'>) {
  return (
    <table>
      <caption>Customers by recency score and frequency score</caption>
      <thead>
        <tr>
          <th scope="col">Frequency score</th>
          {scores.map((recency) => (
            <th key={recency} scope="col">
              Recency {recency}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {scores.toReversed().map((frequency) => (
          <tr key={frequency}>
            <th scope="row">Frequency {frequency}</th>
            {scores.map((recency) => (
              <td key={recency}>{grid[recency - 1]?.[frequency - 1]}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
