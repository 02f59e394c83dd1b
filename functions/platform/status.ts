import { ErrorResponse } from '@azure/cosmos';

/** Whether Cosmos DB answered with this status. */
export const isStatus = (error: unknown, status: number): boolean =>
  error instanceof ErrorResponse && Number(error.code) === status;
