/**
 * The programs that are translated: those of test/programs, the whole proofs of the catalog, and the fixtures, which were
 * written beside the translators.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileEndings as endings, type LanguageId } from '../../src/core';
import { shippedCatalog } from '../support/catalog';
import { projectRoot } from '../support/toolchain';

export const sets = ['programs', 'proofs', 'fixtures'] as const;
export type Set = (typeof sets)[number];

export interface Subject {
  /** Unique in its language: `lru_cache` for a program, `web.flask-route` for a proof. */
  name: string;
  set: Set;
  language: LanguageId;
  code: string;
  stdin?: string;
  /** Expected standard output and exit status; undefined where the program itself has to be asked. */
  output?: string;
  status: number;
}

/**
 * `test/programs/<language>/<name>.py` with `<name>.out`, and where it reads `<name>.in`, where it ends with another
 * status than 0 `<name>.status`. Throws where a program has no expected output, or an expectation no program.
 */
export function programs(language: LanguageId): Subject[] {
  const folder = join(projectRoot, 'test/programs', language);
  const files = readdirSync(folder).sort();
  const names = new Set(files.filter(file => file.endsWith(endings[language])).map(file => file.replace(/\.\w+$/, '')));
  for (const file of files) {
    if (!names.has(file.replace(/\.\w+$/, ''))) throw new Error(`test/programs/${language}/${file} has no program`);
  }
  return [...names].map(name => {
    const read = (ending: string): string => readFileSync(join(folder, name + ending), 'utf8');
    const has = (ending: string): boolean => existsSync(join(folder, name + ending));
    return {
      name: basename(name),
      set: 'programs',
      language,
      code: read(endings[language]),
      output: read('.out'),
      status: has('.status') ? Number(read('.status')) : 0,
      ...(has('.in') ? { stdin: read('.in') } : {}),
    };
  });
}

/** The proofs of the shipped catalog in one language. A proof that is a test file, not a program, is left out. */
export function proofs(language: LanguageId): Subject[] {
  return shippedCatalog().flatMap(idiom =>
    idiom.proof.programs
      .filter(program => program.language === language && !program.fails)
      .map((program, i): Subject => ({
        name: i === 0 ? idiom.id : `${idiom.id}.${i + 1}`,
        set: 'proofs',
        language,
        code: program.code,
        output: program.output,
        status: 0,
        ...(program.stdin === undefined ? {} : { stdin: program.stdin }),
      })),
  );
}

/** `test/fixtures/translate/<language>`: what is expected is what the program itself does. */
export function fixtures(language: LanguageId): Subject[] {
  const folder = join(projectRoot, 'test/fixtures/translate', language);
  const files = readdirSync(folder).sort();
  return files
    .filter(file => file.endsWith(endings[language]))
    .map(file => {
      const stem = file.replace(/\.\w+$/, '');
      const input = `${stem}.stdin`;
      return {
        name: `fixtures/${stem}`,
        set: 'fixtures',
        language,
        code: readFileSync(join(folder, file), 'utf8'),
        status: 0,
        ...(files.includes(input) ? { stdin: readFileSync(join(folder, input), 'utf8') } : {}),
      };
    });
}
