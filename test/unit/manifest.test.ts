/** The manifest, the code, the package and the generated tables say the same. */
import { deepEqual, equal, ok } from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { commands, hoverCommands } from '../../src/extension/commands/names';
import { generated } from '../../scripts/generate-docs';
import { projectRoot } from '../support/toolchain';

interface Manifest {
  main: string;
  browser: string;
  contributes: {
    commands: { command: string; title: string; category: string }[];
    menus: Record<string, { command: string }[]>;
    keybindings: { command: string }[];
    configuration: {
      properties: Record<string, { description?: string; markdownDescription?: string; default: unknown }>;
    };
    grammars: { path: string; scopeName: string }[];
    views: Record<string, { id: string; icon: string }[]>;
  };
}

const read = (file: string): string => readFileSync(join(projectRoot, file), 'utf8');
const manifest = JSON.parse(read('package.json')) as Manifest;
const declared = manifest.contributes.commands.map(({ command }) => command);

describe('the manifest', () => {
  it('declares exactly the commands that the code registers', () => {
    deepEqual([...declared].sort(), Object.values(commands).sort());
    const wiring = read('src/extension/extension.ts');
    for (const name of Object.keys(commands)) ok(wiring.includes(`commands.${name}`), `${name} is not registered`);
  });

  it('uses only declared commands in menus, keys and hovers', () => {
    const used = [...Object.values(manifest.contributes.menus).flat(), ...manifest.contributes.keybindings];
    ok(used.length > 0);
    for (const { command } of used) ok(declared.includes(command), command);
    for (const command of hoverCommands) ok(declared.includes(command), command);
  });

  it('declares exactly the settings that the code reads', () => {
    const code = read('src/extension/settings.ts');
    const names = Object.keys(manifest.contributes.configuration.properties).map(name =>
      name.replace('idiomBridge.', ''),
    );
    ok(names.length > 0);
    for (const name of names) {
      const pattern = name.replace(/^(?:python|go)\.(enabled|path)$/, '${language}.$1');
      ok(code.includes(`'${pattern}'`) || code.includes(`\`${pattern}\``), `${name} is not read`);
    }
    for (const [, name] of code.matchAll(/values\.get(?:<[^(]*>)?\('([\w.]+)'/g))
      ok(names.includes(name!), `${name} is not declared`);
  });

  it('describes every setting', () => {
    for (const [name, property] of Object.entries(manifest.contributes.configuration.properties)) {
      ok(property.description ?? property.markdownDescription, name);
    }
  });

  it('points at files that are there', () => {
    const files = [
      manifest.main,
      manifest.browser,
      ...manifest.contributes.grammars.map(({ path }) => path),
      ...Object.values(manifest.contributes.views).flatMap(views => views.map(({ icon }) => icon)),
    ];
    for (const file of files) ok(existsSync(join(projectRoot, file)), file);
    for (const { path, scopeName } of manifest.contributes.grammars) {
      equal((JSON.parse(read(path)) as { scopeName: string }).scopeName, scopeName);
    }
  });
});

describe('the generated tables', () => {
  for (const { file, text } of generated()) {
    it(`${file} is up to date (npm run docs)`, () => equal(read(file), text));
  }
});

describe('the package', function () {
  this.timeout(300_000);
  it('holds what it should and nothing else', () => {
    const vsce = spawnSync(
      process.execPath,
      [join(projectRoot, 'node_modules/@vscode/vsce/vsce'), 'ls', '--no-dependencies'],
      {
        cwd: projectRoot,
        encoding: 'utf8',
      },
    );
    equal(vsce.status, 0, vsce.stderr);
    const packed = vsce.stdout.split('\n').filter(Boolean).sort();
    deepEqual(packed, [
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'dist/assets/catalog.json',
      'dist/assets/gofmt.wasm',
      'dist/assets/ruff_fmt.wasm',
      'dist/assets/tree-sitter-go.wasm',
      'dist/assets/tree-sitter-python.wasm',
      'dist/assets/web-tree-sitter.wasm',
      'dist/extension.js',
      'dist/web/extension.js',
      'dist/webview/panel.js',
      'media/icon.svg',
      'media/panel.css',
      'package.json',
      'syntaxes/metavariables.injection.json',
    ]);
  });
});

describe('the catalog folder', () => {
  it('has one file for each idiom and no others', () => {
    const catalog = JSON.parse(read('dist/assets/catalog.json')) as { idioms: { id: string }[] };
    const files = readdirSync(join(projectRoot, 'catalog'), { withFileTypes: true })
      .filter(entry => entry.isDirectory())
      .flatMap(domain =>
        readdirSync(join(projectRoot, 'catalog', domain.name)).map(
          file => `${domain.name}.${file.replace(/\.md$/, '')}`,
        ),
      );
    ok(files.length > 0);
    deepEqual(files.sort(), catalog.idioms.map(({ id }) => id).sort());
  });
});
