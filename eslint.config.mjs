import tseslint from 'typescript-eslint';

const nodeBuiltins = ['node:*', 'fs', 'path', 'os', 'child_process', 'fs/promises', 'url', 'crypto', 'process'];

/** A folder's borders, with what to do instead. */
const border = (group, message) => ({ group, message });
const restrict = (...patterns) => ({ 'no-restricted-imports': ['error', { patterns }] });

const vscode = border(['vscode'], 'Only src/extension talks to the editor; the core returns plain values.');
const node = border(nodeBuiltins, 'The core runs in a browser too: ask the host for what you need (Assets, Host).');
const outer = border(
  ['**/extension/**', '**/cli/**', '**/webview/**'],
  'Nothing imports an outer layer; move what is shared into src/core.',
);
const treeSitter = border(['web-tree-sitter'], 'Only src/core/syntax/parser.ts holds trees; use its CstNode.');

export default tseslint.config(
  { ignores: ['dist/', 'out/', '.cache/', '.vscode-test/', 'node_modules/', 'samples/', 'test/fixtures/'] },
  ...tseslint.configs.recommended,
  {
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
    },
  },
  { files: ['src/core/**/*.ts'], rules: restrict(vscode, node, outer, treeSitter) },
  { files: ['src/core/syntax/parser.ts'], rules: restrict(vscode, node, outer) },
  {
    files: ['src/cli/**/*.ts'],
    rules: restrict(vscode, treeSitter, border(['**/extension/**', '**/webview/**'], 'The CLI stands on the core.')),
  },
  {
    files: ['src/extension/**/*.ts'],
    rules: restrict(treeSitter, node, border(['**/cli/**'], 'The extension stands on the core.')),
  },
  // What runs programs; src/extension/web is the same extension without it.
  {
    files: ['src/extension/node/**/*.ts'],
    rules: restrict(treeSitter, border(['**/cli/**'], 'The extension stands on the core.')),
  },
  {
    files: ['src/webview/**/*.ts'],
    rules: restrict(vscode, node, treeSitter, {
      regex: '/core/(?!present/panelModel$)',
      message: 'The page shares message types only.',
    }),
  },
);
