import { memo, type ReactNode } from 'react';
import { partsOf } from './message-parts.ts';
import classes from './bubble.module.css';

type Props = { text: string; mentioned: readonly string[]; children?: ReactNode };

/** A text in its own direction, whatever script it is in; what belongs behind its last word is the children. */
export const MessageText = ({ text, mentioned, children }: Props) => (
  <div dir="auto" className={classes.text}>
    <Parts text={text} mentioned={mentioned} />
    {children}
  </div>
);

const isSame = (a: Props, b: Props): boolean => a.text === b.text && a.mentioned.join('\n') === b.mentioned.join('\n');

const Parts = memo(
  ({ text, mentioned }: Props) =>
    partsOf(text, mentioned).map((part, at) => {
      const key = `${at} ${part.kind}`;
      if (part.kind === 'text') return <span key={key}>{part.text}</span>;
      if (part.kind === 'mention')
        return (
          <b key={key} className={classes.mention}>
            {part.text}
          </b>
        );
      return (
        <a key={key} href={part.href} target="_blank" rel="noopener noreferrer nofollow">
          {part.text}
        </a>
      );
    }),
  isSame,
);
