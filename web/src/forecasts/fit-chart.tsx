import '@mantine/charts/styles.css';
import { BarChart } from '@mantine/charts';
import { type Fit, repeatsWords } from './fit-words.ts';

/** For those who see: the table below says the same. */
export const FitChart = ({ fit }: { fit: Fit }) => (
  <BarChart
    aria-hidden
    h={220}
    data={fit.map(({ repeats, actual, expected }) => ({
      repeats: repeatsWords(fit, repeats).replace(' or more', '+'),
      actual,
      expected: Math.round(expected),
    }))}
    dataKey="repeats"
    series={[
      { name: 'actual', label: 'In truth', color: 'var(--c1)' },
      { name: 'expected', label: 'By the model', color: 'var(--c3)' },
    ]}
    accessibilityLayer={false}
    gridColor="var(--grid)"
    textColor="var(--muted)"
    strokeDasharray="0"
    tickLine="none"
    fillOpacity={1}
    maxBarWidth={16}
    barProps={{ isAnimationActive: false, radius: 2 }}
    xAxisProps={{ axisLine: false, tick: tickFace }}
    yAxisProps={{ axisLine: false, tick: tickFace, tickCount: 4, width: 48, allowDecimals: false }}
    valueFormatter={(value) => value.toLocaleString('en')}
  />
);

const tickFace = { fontSize: 11, fill: 'var(--muted)' };
