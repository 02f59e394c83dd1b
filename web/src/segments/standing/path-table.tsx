import type { PathStep } from '#domain/segments/explain.ts';
import { formatDay } from '#web/platform/format-moment.ts';
import chart from '#web/segments/charts/chart-card.module.css';

/** The path for those who would rather read it. */
export const PathTable = ({ steps }: { steps: readonly PathStep[] }) => (
  <details className={chart.details}>
    <summary>Show as a table</summary>
    <table>
      <caption>The path through the segments, with the scores</caption>
      <thead>
        <tr>
          <th scope="col">From</th>
          <th scope="col">Segment</th>
          <th scope="col">Recency</th>
          <th scope="col">Frequency</th>
          <th scope="col">Monetary</th>
        </tr>
      </thead>
      <tbody>
        {steps.map(({ on, segment, recency, frequency, monetary }) => (
          <tr key={on}>
            <th scope="row">{formatDay(on)}</th>
            <td>{segment}</td>
            <td>{recency}</td>
            <td>{frequency}</td>
            <td>{monetary}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </details>
);
