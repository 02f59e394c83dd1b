import { NumberInput, Title } from '@mantine/core';
import { useId } from 'react';
import type { Form } from '#web/platform/form.ts';
import { ErrorLine } from '#web/platform/error-line.tsx';
import { allScores, labels, scoreNames, type SettingsValues, sumOf } from './settings-values.ts';
import classes from './segment-settings.module.css';

/** How much each score counts in the composite; what they make up together is shown while it is typed. */
export function WeightsFields({ form }: { form: Form<SettingsValues> }) {
  const [title, text, told] = [useId(), useId(), useId()];
  const sum = sumOf(form.values.weights);
  const { value: _, onChange: __, error, ...node } = form.getInputProps('weights');
  const refused = sum === 100 ? null : error;
  return (
    <div
      role="group"
      aria-labelledby={title}
      aria-describedby={`${text} ${told}`}
      className={classes.group}
      tabIndex={-1}
      {...node}
    >
      <Title order={3} id={title}>
        {labels.weights}
      </Title>
      <p id={text} className={classes.hint}>
        How much each score counts in the composite of 0 to 100. For who has no place, the other three make up the
        whole.
      </p>
      <div className={classes.four}>
        {allScores.map((name) => {
          const props = form.getInputProps(`weights.${name}`);
          return (
            <NumberInput
              key={name}
              size="md"
              label={scoreNames[name]}
              suffix=" %"
              min={0}
              max={100}
              step={5}
              allowDecimal={false}
              allowNegative={false}
              {...props}
              error={props.error ?? Boolean(refused)}
            />
          );
        })}
      </div>
      <div id={told} className={classes.sum}>
        {refused ? (
          <ErrorLine>{`Together ${sum} %: weights make up 100 %`}</ErrorLine>
        ) : (
          <output className={classes.hint}>
            Together {sum} %{sum === 100 ? '' : ', of 100 %'}
          </output>
        )}
      </div>
    </div>
  );
}
