/** A function that runs in a page: it is handed over as text, so it must not use anything from around it. */
export type PageFunction<Arguments extends unknown[], Result> = (...values: Arguments) => Result;

/**
 * The text of an expression that calls `run`. `leading` names what the page's side hands in first, before `values`.
 * Values travel as JSON; `undefined` arrives as null.
 */
export function callExpression<Arguments extends unknown[], Result>(
  run: PageFunction<Arguments, Result>,
  leading: readonly string[],
  values: readonly unknown[],
): string {
  const handed = [...leading, ...values.map((value) => JSON.stringify(value) ?? 'null')].join(', ');
  // The TypeScript runner wraps named inner functions in a `__name` of its own, which no page has.
  return `((__name) => (${run.toString()})(${handed}))((target) => target)`;
}
