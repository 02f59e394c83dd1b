/** App settings are the environment, as in Azure. */
export type Settings = Readonly<Record<string, string | undefined>>;

/** Puts app settings where a binding says `%NAME%`. `connection` is itself the name of a setting, so it has none. */
export function withSettings(text: string, settings: Settings): string {
  return text.replace(/%([^%]+)%/g, (_, name: string) => {
    const value = settings[name];
    if (value === undefined) throw new Error(`The app setting %${name}% is not defined.`);
    return value;
  });
}

/** The connection string an app setting holds, for the binding's `connection`. */
export function connectionString(name: string, settings: Settings): string {
  const value = settings[name];
  if (!value) throw new Error(`The app setting ${name}, named by "connection", is not defined.`);
  return value;
}
