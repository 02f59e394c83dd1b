import type { Distribution } from '#domain/segments/distribution.ts';
import { barWords, measureFaces } from './distribution-words.ts';

type Props = { distribution: Distribution; currency: string };

/** The bars for those who read them. */
export const DistributionTable = ({ distribution: { measure, bars }, currency }: Props) => (
  <table>
    <caption>Customers by {measureFaces[measure].name.toLowerCase()}</caption>
    <thead>
      <tr>
        <th scope="col">{measureFaces[measure].name}</th>
        <th scope="col">Score</th>
        <th scope="col">Customers</th>
      </tr>
    </thead>
    <tbody>
      {bars.map((bar, at) => (
        <tr key={bar.from}>
          <th scope="row">{barWords(measure, bar, at === bars.length - 1, currency)}</th>
          <td>{bar.score}</td>
          <td>{bar.count.toLocaleString('en')}</td>
        </tr>
      ))}
    </tbody>
  </table>
);
