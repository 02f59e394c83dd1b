/** Ids and closed words only: what people typed never goes in here. */
export type Facts = Record<string, string>;

/** Something an operator should know of, with a name that alerts and pages count by. It is reported, not answered. */
export class Finding extends Error {
  override readonly name = 'Finding';
  readonly event: string;
  readonly facts: Facts;
  constructor(event: string, words: string, facts: Facts) {
    super(words);
    this.event = event;
    this.facts = facts;
  }
}
