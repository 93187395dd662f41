/** The command line's grammar. */
import { parseArgs } from 'node:util';
import type { LanguageId, Versions } from '../core';

export type Command =
  | { kind: 'help' }
  | { kind: 'version' }
  | { kind: 'hints'; files: string[]; format: Format; language?: LanguageId; versions: Versions }
  | {
      kind: 'translate';
      /** Undefined: each file into the language that it is not in. */
      to?: LanguageId;
      files: string[];
      format: Format;
      out?: string;
      language?: LanguageId;
      versions: Versions;
    }
  | { kind: 'catalog'; format: Format };
export type Format = 'text' | 'json';

/** A mistake in how the command was called; its message is for the user. */
export class UsageError extends Error {}

export const usage = `idiom-bridge: what Python code is called in Go, and Go code in Python

  idiom-bridge hints FILE… [--format text|json]
  idiom-bridge translate FILE… [--to go|python] [--out DIR] [--format text|json]
  idiom-bridge catalog [--format text|json]

  -                    reads standard input; needs --language
  --language LANGUAGE  python or go, where a file's name does not say
  --go 1.21            version of Go where no go.mod says
  --python 3.9         version of Python where no requires-python says
  --help, --version

Exit status: 0; 1 where translate left gaps; 2 for a usage error or a file that cannot be read.
`;

const options = {
  format: { type: 'string' },
  to: { type: 'string' },
  out: { type: 'string' },
  language: { type: 'string' },
  go: { type: 'string' },
  python: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
} as const;

/** Throws a UsageError that says what to do. */
export function parseCommand(args: readonly string[]): Command {
  let parsed;
  try {
    parsed = parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
  const { values, positionals } = parsed;
  if (values.version) return { kind: 'version' };
  const [name, ...files] = positionals;
  if (values.help || name === 'help') return { kind: 'help' };
  if (name === undefined) throw new UsageError('Say what to do: hints, translate or catalog.');
  const format = choice('--format', values.format ?? 'text', ['text', 'json'] as const);
  const language = values.language === undefined ? {} : { language: choice('--language', values.language, languages) };
  const versions: Versions = {
    ...(values.go === undefined ? {} : { go: version('--go', values.go) }),
    ...(values.python === undefined ? {} : { python: version('--python', values.python) }),
  };
  switch (name) {
    case 'catalog':
      if (files.length > 0) throw new UsageError('catalog takes no files.');
      return { kind: 'catalog', format };
    case 'hints':
      needFiles(files, language.language);
      return { kind: 'hints', files, format, versions, ...language };
    case 'translate': {
      needFiles(files, language.language);
      if (files.length > 1 && values.out === undefined) throw new UsageError('Several files need --out DIR.');
      const to = values.to === undefined ? {} : { to: choice('--to', values.to, languages) };
      const out = values.out === undefined ? {} : { out: values.out };
      return {
        kind: 'translate',
        files,
        format,
        versions,
        ...to,
        ...out,
        ...language,
      };
    }
    default:
      throw new UsageError(`There is no command ${name}; there are hints, translate and catalog.`);
  }
}

const languages = ['python', 'go'] as const;

function choice<T extends string>(option: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find(candidate => candidate === value);
  if (!found) throw new UsageError(`${option} takes ${allowed.join(' or ')}, not ${value}.`);
  return found;
}

function version(option: string, value: string): string {
  if (!/^\d+\.\d+(\.\d+)?$/.test(value)) throw new UsageError(`${option} takes a version such as 1.21, not ${value}.`);
  return value;
}

function needFiles(files: readonly string[], language: LanguageId | undefined): void {
  if (files.length === 0) throw new UsageError('Name a file, or - for standard input.');
  if (files.includes('-') && language === undefined)
    throw new UsageError('- needs --language python or --language go.');
}
