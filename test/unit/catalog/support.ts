/** A whole idiom file, in which a test replaces what it is about. */
import { compileIdiom, readFigures } from '../../../src/core/catalog';
import type { Fence, Idiom } from '../../../src/core/catalog/idiom';
import { parsers } from '../../support/parsers';

export const whole = `---
format: 1
title: Item in a list
level: idiom
fit: even
keywords: [membership]
where: { XS: list }
performance:
  none: "No measured difference."
proof: both
---
\`in\` looks through a list; Go has a function for slices.

\`\`\`python
$X in $XS
\`\`\`

\`\`\`go since=1.21
import "slices"

slices.Contains($XS, $X)
\`\`\`

## Traps

- They compare NaN in different ways.

## Proof

\`\`\`python
print(1 in [1])
\`\`\`

\`\`\`go
package main

func main() {}
\`\`\`

\`\`\`output
True
\`\`\`

## Near misses

\`\`\`python
1 == 1
\`\`\`

\`\`\`go
package main
\`\`\`

## Sources

- [Go: slices.Contains](https://pkg.go.dev/slices#Contains)
`;

export const figures = readFigures({
  uri: 'figures.yaml',
  text: `- id: hello
  what: requests
  python: "1"
  go: "2"
  setup: not said
  source: someone
  date: 2024-01-02
  doubt: not said
`,
}).figures;

/** The file with replacements: each first text has to occur, and becomes the second. */
export function edited(...replacements: [from: string, to: string][]): string {
  return replacements.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`no such text: ${from}`);
    return text.replace(from, () => to);
  }, whole);
}

export async function compile(text: string, uri = 'catalog/list/contains.md'): Promise<{ idiom?: Idiom; lines: string[] }> {
  const { idiom, problems } = await compileIdiom({ uri, text }, { parsers, figures });
  return { ...(idiom && { idiom }), lines: problems.map(({ line, message }) => `${line + 1}: ${message}`) };
}

/** What is said of an edited file. */
export async function problemsOf(...replacements: [from: string, to: string][]): Promise<string[]> {
  return (await compile(edited(...replacements))).lines;
}

/** The first fence of Python with this text; the Go side has a hole for each name in `binds`. */
export async function pythonFence(text: string, info = 'match'): Promise<Fence> {
  const { idiom, lines } = await compile(
    edited(['```python\n$X in $XS\n```', `\`\`\`python ${info}\n${text}\n\`\`\``], ['```go since=1.21', '```go match'], [
      'where: { XS: list }\n',
      '',
    ]),
  );
  if (!idiom) throw new Error(lines.join('\n'));
  return idiom.python.fences[0]!;
}

export async function goFences(text: string, info = 'match'): Promise<Fence[]> {
  const { idiom, lines } = await compile(
    edited(
      ['```python\n', '```python match\n'],
      ['```go since=1.21\nimport "slices"\n\nslices.Contains($XS, $X)\n```', `\`\`\`go ${info}\n${text}\n\`\`\``],
      ['where: { XS: list }\n', ''],
    ),
  );
  if (!idiom) throw new Error(lines.join('\n'));
  return idiom.go.fences;
}
