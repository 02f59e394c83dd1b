export interface Use {
  requests: number;
  /** Request units, by the model of `charge.ts`. */
  charge: number;
}

/** What was asked for since the start, by the operations of the route table: for benchmarks, and to find a dear query. */
export function createUsage() {
  const uses = new Map<string, Use>();
  return {
    add(operation: string, charge: number): void {
      const { requests, charge: before } = uses.get(operation) ?? { requests: 0, charge: 0 };
      uses.set(operation, { requests: requests + 1, charge: before + charge });
    },
    read: (): Record<string, Use> => Object.fromEntries(uses),
  };
}
export type Usage = ReturnType<typeof createUsage>;
