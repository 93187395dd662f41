/** `npm run build`: assets, then the bundles, from one table. `--watch` builds again at each change. */
import { context, type BuildOptions } from 'esbuild';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { writeCatalog } from './compile-catalog';
import { copyAssets, root } from './copy-assets';

const watch = process.argv.includes('--watch');

const shared: BuildOptions = {
  absWorkingDir: root,
  bundle: true,
  minify: !watch,
  sourcemap: watch,
  target: 'es2022',
  logLevel: 'info',
  // The ESM build of web-tree-sitter asks for import.meta.url, which a CommonJS bundle does not have.
  alias: { 'web-tree-sitter': join(root, 'node_modules/web-tree-sitter/web-tree-sitter.cjs') },
};

const bundles: { entry: string; options: BuildOptions }[] = [
  {
    entry: 'src/extension/node/extension.ts',
    options: { outfile: 'dist/extension.js', platform: 'node', format: 'cjs', external: ['vscode'] },
  },
  {
    entry: 'src/extension/web/extension.ts',
    options: {
      outfile: 'dist/web/extension.js',
      platform: 'browser',
      // The extension runs in a worker there: what a package keeps for pages asks for `document`.
      conditions: ['worker'],
      format: 'cjs',
      external: ['vscode', 'fs', 'path', 'fs/promises', 'module', 'url'],
    },
  },
  {
    entry: 'src/webview/panel.ts',
    options: { outfile: 'dist/webview/panel.js', platform: 'browser', format: 'iife' },
  },
  {
    entry: 'src/cli/cli.ts',
    options: { outfile: 'dist/cli.js', platform: 'node', format: 'cjs', banner: { js: '#!/usr/bin/env node' } },
  },
];

async function main(): Promise<void> {
  await copyAssets();
  await writeCatalog();
  for (const { entry, options } of bundles) {
    if (!existsSync(join(root, entry))) continue;
    const builder = await context({ ...shared, ...options, entryPoints: [entry] });
    if (watch) await builder.watch();
    else {
      // Without an end of the builder the process would wait for it, also after an error.
      try {
        await builder.rebuild();
      } finally {
        await builder.dispose();
      }
    }
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
