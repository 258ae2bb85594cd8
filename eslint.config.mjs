// @ts-check
import astro from 'eslint-plugin-astro';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

export default defineConfig(
  {
    ignores: [
      'dist',
      '.astro',
      '.build',
      '.scratch',
      'node_modules',
      'test-results',
      'playwright-report',
      'shots',
    ],
  },
  ...tseslint.configs.strictTypeChecked,
  ...tseslint.configs.stylisticTypeChecked,
  ...astro.configs.recommended,
  {
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/consistent-type-definitions': ['error', 'type'],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_' },
      ],
      // Prettier breaks the lines of code, and leaves those of comments.
      'max-len': ['error', { code: 1_000_000, comments: 100, ignoreUrls: true }],
      // A new member of a union must be dealt with wherever one is told from another.
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      // Numbers print as they should; only objects and what may be missing do not.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // `return refuse(…)` reports and ends: a call that returns nothing may stand in a return.
      '@typescript-eslint/no-confusing-void-expression': 'off',
      // An empty text counts as missing, and no as an answer: title || 'Untitled'.
      '@typescript-eslint/prefer-nullish-coalescing': [
        'error',
        { ignorePrimitives: { string: true, boolean: true } },
      ],
      // The letters of a text: [...text].
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      // The compiler asks for brackets where a name is not known to exist.
      '@typescript-eslint/dot-notation': ['error', { allowIndexSignaturePropertyAccess: true }],
    },
  },
  {
    // What a test reads back is JSON or a page, and its expectations are the proof of its shape. A
    // compiler with plugins answers immediately or later, and tests wait for both.
    files: ['tests/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/await-thenable': 'off',
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
    },
  },
  {
    // The linter has no types of components; `npm run types` has.
    files: ['src/components/author/author-components.ts'],
    rules: { '@typescript-eslint/no-unsafe-assignment': 'off' },
  },
  {
    // Plain JavaScript has no types, nor have the components that Astro compiles.
    files: ['**/*.mjs', '**/*.astro', '**/*.astro/*.ts', '**/*.astro/*.js'],
    ...tseslint.configs.disableTypeChecked,
  },
);
