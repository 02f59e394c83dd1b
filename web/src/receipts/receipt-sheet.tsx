import { type Receipt, receiptNumber } from '#domain/receipts/receipt.ts';
import { businessLines, type Fact, receiptFacts, receiptSums, receiptTitle } from '#domain/receipts/receipt-facts.ts';
import { Logo } from './logo.tsx';
import classes from './receipts.module.css';

/** The same words as in the PDF. Paper is white, also in the dark. */
export const ReceiptSheet = ({ receipt }: { receipt: Receipt }) => (
  <article className={classes.sheet} aria-label={receiptTitle(receipt)}>
    <header className={classes.top}>
      <div className={classes.business}>
        {receipt.business.logo && <Logo logo={receipt.business.logo} />}
        <strong>{receipt.business.name}</strong>
        {businessLines(receipt.business).map((line) => (
          <span key={line}>{line}</span>
        ))}
      </div>
      <div className={classes.number}>
        <h2>Receipt</h2>
        <span className="figures">{receiptNumber(receipt.number)}</span>
      </div>
    </header>
    <Facts facts={receiptFacts(receipt)} className={classes.facts} />
    <Facts facts={receiptSums(receipt)} className={classes.sums} />
    {receipt.business.footer && <footer className={classes.footer}>{receipt.business.footer}</footer>}
  </article>
);

const Facts = ({ facts, className }: { facts: Fact[]; className: string | undefined }) => (
  <dl className={className}>
    {facts.map(({ name, lines }) => (
      <div key={name}>
        <dt>{name}</dt>
        <dd className="figures">
          {lines.map((line) => (
            <span key={line}>{line}</span>
          ))}
        </dd>
      </div>
    ))}
  </dl>
);
