/** `npm run docs`: the tables that are generated from the manifest and the catalog. `--check` fails on drift. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Idiom, Performance } from '../src/core';
import { root } from './copy-assets';

interface Property {
  order: number;
  default: unknown;
  description?: string;
  markdownDescription?: string;
  enum?: string[];
}

function settingsTable(): string {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    contributes: { configuration: { properties: Record<string, Property> } };
  };
  const rows = Object.entries(manifest.contributes.configuration.properties)
    .sort(([, a], [, b]) => a.order - b.order)
    .map(([name, property]) => {
      const values = property.enum ? ` ${property.enum.map(value => `\`${value}\``).join(', ')}.` : '';
      const text = property.markdownDescription ?? property.description ?? '';
      return `| \`${name}\` | \`${JSON.stringify(property.default)}\` | ${text}${values} |`;
    });
  return ['| Setting | Default | |', '|---|---|---|', ...rows].join('\n');
}

const kinds: Record<Performance['kind'], string> = {
  published: 'published figures',
  measured: 'measured',
  complexity: 'complexity',
  none: 'no difference',
};

function catalogTable(idioms: readonly Idiom[]): string {
  const rows = idioms.map(idiom => {
    const proof = idiom.proof.kind === 'both' ? 'both' : `${idiom.proof.kind}: ${idiom.proof.reason ?? ''}`;
    const since = (side: Idiom['python']): string => side.fences.find(fence => fence.since)?.since ?? '';
    return `| [${idiom.id}](${idiom.domain}/${idiom.id.slice(idiom.domain.length + 1)}.md) | ${idiom.title} | ${code(idiom.python)} | ${code(idiom.go)} | ${since(idiom.python)} | ${since(idiom.go)} | ${idiom.fit} | ${kinds[idiom.performance.kind]} | ${proof} |`;
  });
  return [
    `${idioms.length} idioms.`,
    '',
    '| Idiom | Title | Python | Go | Python since | Go since | At home | Note | Proof |',
    '|---|---|---|---|---|---|---|---|---|',
    ...rows,
  ].join('\n');
}

/** The line of a side's first fence that says most: no import, no part mark. */
function code(side: Idiom['python']): string {
  const lines = (side.fences[0]?.text ?? '').split('\n').map(line => line.trim());
  const line = lines.find(each => each && !/^(import\b|from\b|#:|\/\/:|"|\(|\))/.test(each)) ?? '';
  return line ? `\`\`${line.replaceAll('|', '\\|')}\`\`` : '—';
}

function fill(text: string, name: string, table: string): string {
  const pattern = new RegExp(`(<!-- ${name}:start -->)[^]*?(<!-- ${name}:end -->)`);
  if (!pattern.test(text)) throw new Error(`there is no place for ${name}`);
  return text.replace(pattern, (_, start: string, end: string) => `${start}\n${table}\n${end}`);
}

/** The generated files with what they should hold. Needs `npm run build`. */
export function generated(): { file: string; text: string }[] {
  const catalog = JSON.parse(readFileSync(join(root, 'dist/assets/catalog.json'), 'utf8')) as { idioms: Idiom[] };
  const read = (file: string): string => readFileSync(join(root, file), 'utf8');
  return [
    { file: 'README.md', text: fill(read('README.md'), 'settings', settingsTable()) },
    { file: 'catalog/README.md', text: fill(read('catalog/README.md'), 'catalog', catalogTable(catalog.idioms)) },
  ];
}

if (require.main === module) {
  for (const { file, text } of generated()) {
    if (readFileSync(join(root, file), 'utf8') === text) continue;
    if (process.argv.includes('--check')) {
      console.error(`${file} is out of date: run npm run docs`);
      process.exitCode = 1;
    } else writeFileSync(join(root, file), text);
  }
}
