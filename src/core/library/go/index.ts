/** The Go tables, parsed when they are first asked for. */
import type { Library, LibraryClass, LibraryModule } from '../library';
import { splitQualified } from '../library';
import { parsePackage } from './notation';
import { tables } from './tables';

const parsed = new Map<string, LibraryModule | undefined>();

/** Where two packages have one name, the table means the first. */
const preferred: Record<string, string> = { rand: 'math/rand', template: 'html/template' };

const shortNames = new Map<string, string>();
for (const path of Object.keys(tables)) {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (!shortNames.has(name)) shortNames.set(name, preferred[name] ?? path);
}

function packageAt(path: string): LibraryModule | undefined {
  if (!parsed.has(path)) {
    const text = Object.hasOwn(tables, path) ? tables[path] : undefined;
    const read = text === undefined ? undefined : parsePackage(path, text, name => shortNames.get(name));
    parsed.set(path, read);
  }
  return parsed.get(path);
}

function classNamed(name: string): LibraryClass | undefined {
  const { module, member } = splitQualified(name);
  const found = packageAt(module)?.members.get(member);
  return found?.kind === 'class' ? found.class : undefined;
}

/** What is known of Go's standard library and of errgroup. */
export const goLibrary: Library = {
  module: packageAt,
  class: classNamed,
  modules: Object.keys(tables).sort(),
};
