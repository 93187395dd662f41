/**
 * Prints the hints of the sampled files of this machine, for judging: `npx tsx test/judgements/list.ts [idiom…]`. With
 * `--json` as records for `data/`, whose verdict is to be filled in.
 */
import { excerptOf } from './excerpt';
import { codeOf, createFinder, lineAt } from './hints';
import { sampledFiles } from './sample';

async function main(args: readonly string[]): Promise<void> {
  const asJson = args.includes('--json');
  const wanted = args.filter(argument => argument !== '--json');
  const find = await createFinder();
  const counts = new Map<string, number>();
  const records: unknown[] = [];
  for (const { language, name, origin, text } of sampledFiles()) {
    for (const match of find(language, text)) {
      const idiom = match.idiom.id;
      if (wanted.length && !wanted.includes(idiom)) continue;
      const line = lineAt(text, match.parts[0]!.start);
      const code = codeOf(text, match);
      const key = `${language} ${idiom} ${match.certainty}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
      if (asJson) {
        const excerpt = excerptOf(find, language, text, match);
        records.push({
          idiom,
          certainty: match.certainty,
          origin,
          file: name,
          line,
          verdict: '?',
          code,
          at: excerpt.at,
          excerpt: excerpt.text.trimEnd().split('\n'),
        });
      } else console.log(`${name}:${line} ${idiom} ${match.certainty} ${match.assumes.join('; ')}\n    ${code}`);
    }
  }
  if (asJson) console.log(JSON.stringify(records, undefined, 1));
  else for (const [key, count] of [...counts].sort()) console.log(`${count} ${key}`);
}

void main(process.argv.slice(2));
