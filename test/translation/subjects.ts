/** The programs that are translated: those of test/programs and the whole proofs of the catalog. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileEndings as endings, type LanguageId } from '../../src/core';
import { shippedCatalog } from '../support/catalog';
import { projectRoot } from '../support/toolchain';

export interface Subject {
  /** Unique in its language: `lru_cache` for a program, `web.flask-route` for a proof. */
  name: string;
  set: 'programs' | 'proofs';
  language: LanguageId;
  code: string;
  stdin?: string;
  /** Expected standard output and exit status. */
  output: string;
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
