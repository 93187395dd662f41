declare const __EXTENSION_HOST__: 'node' | 'web';

declare module 'editor-tests' {
  /** Loads all test files; made by scripts/editor/bundle-tests.ts. */
  export function loadTests(): void;
}

declare module 'mocha/mocha.js';
