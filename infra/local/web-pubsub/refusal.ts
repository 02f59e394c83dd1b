/** What an HTTP request or a handshake is refused with; the one error this stand-in throws on purpose. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}
