import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { projectFolder, testOutputFolder } from './paths';

/** The two kinds of extension host: a Node process, and a web worker in the browser, which knows nothing of Node. */
export type HostKind = 'node' | 'web';

export interface BundleOptions {
  host: HostKind;
  /** Where the tests stand; without it, test/editor. */
  testFolder?: string;
  /** Where the bundle goes; without it, below out/. */
  outFolder?: string;
}

/**
 * Bundles the in-editor tests for one kind of extension host and returns the script for `extensionTestsPath`.
 *
 * Every `*.test.ts` below the folder is taken, so that no list can forget one; `*.node.test.ts` only for Node,
 * `*.web.test.ts` only for the web worker. Throws when there is none, or when one does not build.
 */
export async function bundleTests({
  host,
  testFolder = join(projectFolder, 'test', 'editor'),
  outFolder = testOutputFolder,
}: BundleOptions): Promise<string> {
  const files = findTests(host, testFolder);
  if (files.length === 0) throw new Error(`There is no *.test.ts in ${testFolder}.`);
  const outfile = join(outFolder, host, 'index.js');
  await build({
    entryPoints: [join(projectFolder, 'test', 'editor', 'suite', 'index.ts')],
    outfile,
    bundle: true,
    format: 'cjs',
    platform: host === 'node' ? 'node' : 'browser',
    target: 'es2022',
    // With the host's name fixed, esbuild leaves the other host's branches out.
    define: { __EXTENSION_HOST__: JSON.stringify(host) },
    external: ['vscode', ...(host === 'node' ? ['mocha'] : [])],
    sourcemap: 'inline',
    logLevel: 'warning',
    plugins: [allTests(files), ...(host === 'web' ? [webStandIns()] : [])],
  });
  return outfile;
}

function findTests(host: HostKind, folder: string): string[] {
  const other = host === 'node' ? 'web' : 'node';
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.test.ts') && !basename(file).endsWith(`.${other}.test.ts`))
    .sort()
    .map(file => join(folder, file));
}

/**
 * Makes `editor-tests` a module that loads all the files; they load late, since `describe` and `it` are there only in a
 * run.
 */
function allTests(files: string[]): Plugin {
  return {
    name: 'all-tests',
    setup(build) {
      build.onResolve({ filter: /^editor-tests$/ }, () => ({ path: 'all', namespace: 'editor-tests' }));
      build.onLoad({ filter: /.*/, namespace: 'editor-tests' }, () => ({
        contents: `export function loadTests() {\n${files.map(file => `  require(${JSON.stringify(file)});`).join('\n')}\n}`,
        resolveDir: projectFolder,
      }));
    },
  };
}

/** What tests need and the web worker has not: Mocha has a browser build, and node:assert a small stand-in. */
function webStandIns(): Plugin {
  const file = (name: string) => ({ path: join(projectFolder, 'test', 'editor', 'suite', name) });
  return {
    name: 'web-stand-ins',
    setup(build) {
      // An alias for mocha would catch `mocha/mocha.js` as well.
      build.onResolve({ filter: /^mocha$/ }, () => file('mocha-web.ts'));
      build.onResolve({ filter: /^(node:)?assert(\/strict)?$/ }, () => file('assert-web.ts'));
    },
  };
}
