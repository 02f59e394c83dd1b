/** Settings that a deployment's environment must hold: azd gives them to its hooks. */
export function wanted<const Name extends string>(names: readonly Name[]): Record<Name, string> {
  const missing = names.filter((name) => !process.env[name]);
  if (missing.length > 0)
    throw new Error(
      `${missing.join(', ')} is not known here: azd knows it, and hands it over by "azd exec -i -- npm run deploy -- ..."`,
    );
  return Object.fromEntries(names.map((name) => [name, process.env[name]!])) as Record<Name, string>;
}

export function stop(error: unknown): never {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
