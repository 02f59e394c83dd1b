/** What the service answers when it refuses. `code` and `substatus` are what the SDK branches on. */
export class CosmosError extends Error {
  override readonly name = 'CosmosError';
  readonly status: number;
  readonly code: string;
  readonly substatus: number;
  readonly retryAfterMs: number | undefined;

  constructor(
    status: number,
    code: string,
    message: string,
    options: { substatus?: number; retryAfterMs?: number } = {},
  ) {
    super(message);
    this.status = status;
    this.code = code;
    this.substatus = options.substatus ?? 0;
    this.retryAfterMs = options.retryAfterMs;
  }
}

/** Every refusal of this stand-in, in one list. */
export const errors = {
  badRequest: (message: string) => new CosmosError(400, 'BadRequest', message),
  keyMismatch: () =>
    new CosmosError(
      400,
      'BadRequest',
      "PartitionKey extracted from document doesn't match the one specified in the header.",
      {
        substatus: 1001,
      },
    ),
  needsFullKey: (paths: readonly string[]) =>
    new CosmosError(
      400,
      'BadRequest',
      `This needs the full partition key (${paths.join(', ')}): the product reads one partition at a time.`,
    ),
  unauthorized: () =>
    new CosmosError(
      401,
      'Unauthorized',
      "The input authorization token can't serve the request: wrong key, or another payload was signed.",
    ),
  staleDate: () =>
    new CosmosError(403, 'Forbidden', 'The x-ms-date header is more than 15 minutes away from the server time.'),
  notFound: () => new CosmosError(404, 'NotFound', 'Entity with the specified id does not exist in the system.'),
  ownerNotFound: () => new CosmosError(404, 'NotFound', 'Owner resource does not exist.', { substatus: 1003 }),
  conflict: () => new CosmosError(409, 'Conflict', 'Entity with the specified id already exists in the system.'),
  uniqueKeyTaken: () => new CosmosError(409, 'Conflict', 'Unique index constraint violation.'),
  preconditionFailed: () =>
    new CosmosError(
      412,
      'PreconditionFailed',
      'Operation cannot be performed because one of the specified precondition is not met.',
    ),
  tooLarge: () => new CosmosError(413, 'RequestEntityTooLarge', 'Request size is too large: the limit is 2 MB.'),
  rangeGone: () =>
    new CosmosError(410, 'Gone', 'The requested partition key range does not exist.', { substatus: 1002 }),
  notCovered: (what: string) => new CosmosError(501, 'NotImplemented', `The local Cosmos DB does not cover ${what}.`),
};
