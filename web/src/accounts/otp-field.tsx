import { useId } from 'react';
import { ErrorLine } from '#web/platform/error-line.tsx';
import classes from './otp-field.module.css';

const length = 6;

/** What `form.getInputProps('code')` gives, and what is said below. */
type Props = { value?: string; onChange?: (value: string) => void; error?: unknown; help: string };

/** One real input under six drawn boxes: paste, autofill and screen readers work as with any field. */
export function OtpField({ value = '', onChange, error, help }: Props) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className={classes.label}>
        OTP
        <span aria-hidden className={classes.asterisk}>
          {' '}
          *
        </span>
      </label>
      <div className={classes.boxes}>
        <input
          id={id}
          className={classes.input}
          value={value}
          onChange={(event) => onChange?.(event.currentTarget.value.replace(/\s/g, '').slice(0, length))}
          inputMode="numeric"
          autoComplete="one-time-code"
          autoFocus
          required
          aria-invalid={error ? true : undefined}
          aria-describedby={`${id}-about`}
        />
        {Array.from({ length }, (_, place) => (
          <span
            key={place}
            aria-hidden
            className={classes.box}
            data-next={place === Math.min(value.length, length - 1) || undefined}
          >
            {value[place]}
          </span>
        ))}
      </div>
      <div id={`${id}-about`}>
        {typeof error === 'string' && <ErrorLine>{error}</ErrorLine>}
        <span className={classes.help}>{help}</span>
      </div>
    </div>
  );
}
