import '@mantine/charts/styles.css';
import { BarChart, LineChart } from '@mantine/charts';
import { useMediaQuery } from '@mantine/hooks';
import type { PaymentReport } from '#domain/reports/payment-report.ts';
import { figuresOf } from './chart-figures.ts';

// More bars are no picture; the table has them all.
const mostBars = 12;
const barHeight = 32;

type Props = { report: PaymentReport; today: string };

/** The report as a picture, for those who see: the table below says the same. Months are a line, all else bars. */
export function ReportChart({ report, today }: Props) {
  const isPhone = useMediaQuery('(max-width: 767px)', undefined, { getInitialValueInEffect: false });
  const isByMonth = report.by === 'month';
  const isLong = report.rows.length > 12;
  const { name, of, exact, short } = figuresOf(report);
  const rows = (isByMonth ? report.rows : report.rows.slice(0, mostBars)).map((row) => ({
    label: isByMonth ? monthName(row.label, isLong) : row.label,
    // What is still to come is not nothing.
    value: isByMonth && (row.key ?? '') > today.slice(0, 7) ? null : of(row),
    isNow: row.key === today.slice(0, 7),
  }));
  const shared = {
    'aria-hidden': true,
    data: rows,
    dataKey: 'label',
    series: [{ name: 'value', label: name, color: 'var(--c1)' }],
    accessibilityLayer: false,
    gridColor: 'var(--grid)',
    textColor: 'var(--muted)',
    strokeDasharray: '0',
    tickLine: 'none' as const,
    valueFormatter: exact,
  };

  if (isByMonth) {
    const now = rows.find(({ isNow }) => isNow);
    return (
      <LineChart
        {...shared}
        h={240}
        curveType="linear"
        strokeWidth={1.75}
        withDots={rows.length === 1}
        lineProps={{ isAnimationActive: false }}
        xAxisProps={{ axisLine: false, tick: tickFace, interval: 'preserveStartEnd', minTickGap: 16 }}
        yAxisProps={{ axisLine: false, tick: tickFace, tickCount: 4, tickFormatter: short, width: 56 }}
        {...(now && { referenceDots: [{ x: now.label, y: now.value, ...openDot }] })}
      />
    );
  }
  return (
    <BarChart
      {...shared}
      h={rows.length * barHeight + 32}
      orientation="vertical"
      gridAxis="y"
      fillOpacity={1}
      maxBarWidth={16}
      barProps={{ isAnimationActive: false, radius: 2 }}
      xAxisProps={{ axisLine: false, tick: tickFace, tickCount: 4, tickFormatter: short, allowDecimals: false }}
      yAxisProps={{
        axisLine: false,
        tick: tickFace,
        width: isPhone ? 104 : 176,
        tickFormatter: cutTo(isPhone ? 24 : 40),
      }}
    />
  );
}

const tickFace = { fontSize: 11, fill: 'var(--muted)' };
const openDot = { r: 4, fill: 'var(--surface)', stroke: 'var(--c1)', strokeWidth: 1.75 };

/** "Jan", and "Jan 26" where a month comes twice. */
const monthName = (label: string, isLong: boolean): string =>
  isLong ? `${label.slice(0, 3)} ${label.slice(-2)}` : label.slice(0, 3);
const cutTo =
  (most: number) =>
  (text: string): string =>
    text.length > most ? `${text.slice(0, most - 1)}…` : text;
