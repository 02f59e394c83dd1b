export type Constraint = (value: string) => boolean;

const isInteger = (value: string) => /^[+-]?\d+$/.test(value);
const isNumber = (value: string) => /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(value);
const within = (value: bigint, low: bigint, high: bigint) => value >= low && value <= high;
const bounds = (argument: string) => {
  const [low = '', high = low] = argument.split(',').map((part) => part.trim());
  return [low, high] as const;
};

/** The inline constraints of ASP.NET Core's routing, which Azure uses: `{id:guid}`, `{page:int:min(1)}`. */
const constraints: Record<string, (argument: string) => Constraint> = {
  required: () => (value) => value !== '',
  alpha: () => (value) => /^[a-z]*$/i.test(value),
  bool: () => (value) => /^(true|false)$/i.test(value),
  guid: () => (value) => /^[0-9a-f]{8}-?([0-9a-f]{4}-?){3}[0-9a-f]{12}$/i.test(value),
  datetime: () => (value) => !Number.isNaN(Date.parse(value)),
  int: () => (value) => isInteger(value) && within(BigInt(value), -(2n ** 31n), 2n ** 31n - 1n),
  long: () => (value) => isInteger(value) && within(BigInt(value), -(2n ** 63n), 2n ** 63n - 1n),
  decimal: () => isNumber,
  double: () => isNumber,
  float: () => isNumber,
  min: (argument) => (value) => isInteger(value) && BigInt(value) >= BigInt(argument),
  max: (argument) => (value) => isInteger(value) && BigInt(value) <= BigInt(argument),
  range: (argument) => {
    const [low, high] = bounds(argument);
    return (value) => isInteger(value) && within(BigInt(value), BigInt(low), BigInt(high));
  },
  minlength: (argument) => (value) => value.length >= Number(argument),
  maxlength: (argument) => (value) => value.length <= Number(argument),
  length: (argument) => {
    const [low, high] = bounds(argument);
    return (value) => value.length >= Number(low) && value.length <= Number(high);
  },
  // A template doubles braces and backslashes, which it needs for itself.
  regex: (argument) => {
    const source = argument.replaceAll('{{', '{').replaceAll('}}', '}').replaceAll('\\\\', '\\');
    const pattern = new RegExp(source, 'i');
    return (value) => pattern.test(value);
  },
};

export function constraint(name: string, argument: string): Constraint {
  const make = constraints[name.toLowerCase()];
  if (!make) throw new Error(`the route constraint "${name}" is not known`);
  return make(argument);
}
