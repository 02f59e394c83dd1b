import { NumberInput, SegmentedControl, Title } from '@mantine/core';
import { useId } from 'react';
import { decimalsOf } from '#domain/kernel/money.ts';
import { symbolOf } from '#web/platform/currency-symbol.ts';
import type { Form } from '#web/platform/form.ts';
import { type Binned, scoreNames, type SettingsValues, type TypedNumber } from './settings-values.ts';
import classes from './segment-settings.module.css';

type Props = { form: Form<SettingsValues>; name: Binned; currency: string };

const hints: Record<Binned, string> = {
  recency: 'Days since the last payment, at most',
  frequency: 'Payments, at least',
  monetary: 'Total spend, at least',
};
/** To begin with, in major units where it is money. */
const usual: Record<Binned, number[]> = {
  recency: [365, 180, 90, 30],
  frequency: [2, 3, 5, 10],
  monetary: [100, 250, 500, 1000],
};

/** Whether one score comes by rank among the customers, or by fixed steps; and those. */
export function StepsFields({ form, name, currency }: Props) {
  const [title, text] = [useId(), useId()];
  const isMoney = name === 'monetary';
  const unit = isMoney ? 10 ** decimalsOf(currency) : 1;
  const steps = form.values.bins[name];
  const turn = (to: string) =>
    form.setFieldValue(`bins.${name}`, to === 'ranks' ? null : usual[name].map((step) => step * unit));
  return (
    <div role="group" aria-labelledby={title} className={classes.group}>
      <div className={classes.choice}>
        <Title order={3} id={title}>
          {scoreNames[name]}
        </Title>
        <SegmentedControl
          aria-label={`${scoreNames[name]} is scored`}
          data={[
            { value: 'ranks', label: 'By rank' },
            { value: 'steps', label: 'By fixed steps' },
          ]}
          value={steps ? 'steps' : 'ranks'}
          onChange={turn}
        />
      </div>
      {steps && (
        <>
          <p id={text} className={classes.hint}>
            {hints[name]}. Who reaches none of them scores 1.
          </p>
          <div className={classes.four}>
            {steps.map((_, at) => (
              <NumberInput
                key={at}
                size="md"
                label={`Score ${at + 2}`}
                aria-describedby={text}
                hideControls
                thousandSeparator=","
                allowNegative={false}
                allowDecimal={isMoney}
                decimalScale={isMoney ? decimalsOf(currency) : 0}
                {...(isMoney && { prefix: symbolOf(currency) })}
                {...inUnits(form.getInputProps(`bins.${name}.${at}`), unit)}
              />
            ))}
          </div>
        </>
      )}
    </div>
  );
}

type Bound = { value?: TypedNumber; onChange: (value: TypedNumber) => void };

/** Money is kept in minor units and typed in major ones. */
const inUnits = ({ value, onChange, ...rest }: Bound, unit: number): Bound => ({
  ...rest,
  value: typeof value === 'number' ? value / unit : (value ?? ''),
  onChange: (typed) => onChange(typeof typed === 'number' ? Math.round(typed * unit) : typed),
});
