import { expect, it } from 'vitest';
import { createStackFilter } from '../../../src/desk/dev/leave-out-stacks.ts';

it('leaves the stack out of a mistake in the content, and keeps that of a mistake of ours', () => {
  const filter = createStackFilter();
  const told =
    '22:49:18 [ERROR] MDXError: content/articles/draft.mdx:17:4  tag-place\n<Chart> stands in a list.\nPut it before.\n';
  expect(
    filter(
      `${told}    at handler (file:///house/plugin.js:64:17)\n    at async load (file:///house/node.js:1:2)\n`,
    ),
  ).toBe(told);
  const again =
    '22:49:18 [ERROR] content/articles/draft.mdx:17:4  tag-place\n<Chart> stands in a list.\n';
  expect(
    filter(
      `${again}  Stack trace:\n    at /house/content/articles/draft.mdx:17:4\n    [...] See full stack trace in the browser, or rerun with --verbose.\n`,
    ),
  ).toBe(again);
  const ours =
    '22:49:19 [ERROR] x is not a function\n  Stack trace:\n    at /house/src/pages/index.astro:3:4\n';
  expect(filter(ours)).toBe(ours);
});
