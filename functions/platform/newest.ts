/** Remembers what was set last, and of more than so many the oldest not. */
export function newest<Value>(most: number) {
  const values = new Map<string, Value>();
  return {
    get: (key: string): Value | undefined => values.get(key),
    delete: (key: string): boolean => values.delete(key),
    set(key: string, value: Value): void {
      // Set again it is the newest.
      values.delete(key);
      values.set(key, value);
      if (values.size > most) values.delete(values.keys().next().value!);
    },
  };
}
