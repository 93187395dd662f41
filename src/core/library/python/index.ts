/** The Python tables, parsed when they are first asked for. */
import type { Library, LibraryClass, LibraryModule } from '../library';
import { splitQualified } from '../library';
import { parseModule } from './notation';
import { tables } from './tables';

const parsed = new Map<string, LibraryModule | undefined>();

function moduleNamed(name: string): LibraryModule | undefined {
  if (!parsed.has(name)) {
    const text = Object.hasOwn(tables, name) ? tables[name] : undefined;
    parsed.set(name, text === undefined ? undefined : parseModule(name, text));
  }
  return parsed.get(name);
}

function classNamed(name: string): LibraryClass | undefined {
  const { module, member } = splitQualified(name);
  const found = moduleNamed(module)?.members.get(member);
  return found?.kind === 'class' ? found.class : undefined;
}

/** What is known of Python's built-ins, standard library and a few packages. */
export const pythonLibrary: Library = {
  module: moduleNamed,
  class: classNamed,
  modules: Object.keys(tables).sort(),
};
