import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { callExpression } from '../../tools/browsers/page-function.ts';

it('calls the function with what the page hands in first and the values after it', () => {
  const join = (root: string, ...values: unknown[]) => JSON.stringify([root, ...values]);
  const expression = callExpression(join, ['root'], ['a "quoted" \\ `word`', 1.5, null, { deep: [true] }, undefined]);
  expect(runInNewContext(expression, { root: 'the root' })).toBe(
    JSON.stringify(['the root', 'a "quoted" \\ `word`', 1.5, null, { deep: [true] }, null]),
  );
});

it('brings the name helper that a compiler may have put into the function', () => {
  const compiled = new Function('x', 'const inner = __name((y) => y + 1, "inner"); return inner(x);');
  const run = (value: number): unknown => compiled(value);
  run.toString = () => compiled.toString();
  expect(runInNewContext(callExpression(run, [], [4]))).toBe(5);
});
