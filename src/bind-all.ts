/** Functions that share their first argument, given it once. */

type Bound<First, Functions> = {
  [Name in keyof Functions]: Functions[Name] extends (first: First, ...rest: infer Rest) => infer Result
    ? (...rest: Rest) => Result
    : never
}

/** Returns the functions with their first argument given: an editor still leads from a call to the function. */
export function bindAll<First, Functions extends Record<string, (first: First, ...rest: never[]) => unknown>>(
  first: First,
  functions: Functions,
): Bound<First, Functions> {
  const bound = Object.entries(functions).map(([name, run]) => [name, run.bind(null, first)])
  return Object.fromEntries(bound) as Bound<First, Functions>
}
