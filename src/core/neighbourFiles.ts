/** Which files are a document's neighbours, for hosts that have folders. */
import type { Neighbours } from './facts/facts';

/** A neighbour larger than this is generated, or no source that anybody reads. In bytes. */
export const maxNeighbourBytes = 1_000_000;
const maxFiles = 64;

/** Folders and files as the host has them; a `Place` is a path or a URI. What cannot be read is not there. */
export interface FileSystem<Place> {
  placeOf(uri: string): Place;
  uriOf(place: Place): string;
  /** `..` and `.py` names included: `join(folder, '..', 'shapes.py')`. */
  join(folder: Place, ...names: string[]): Place;
  /** The names of the files of a folder; empty where it cannot be read. */
  list(folder: Place): Promise<string[]>;
  /** Undefined where there is no such file, or one of more than `maxNeighbourBytes`. */
  read(file: Place): Promise<string | undefined>;
}

export function createNeighbours<Place>(files: FileSystem<Place>): Neighbours {
  const { placeOf, uriOf, join } = files;

  async function texts(places: readonly Place[]): Promise<{ uri: string; text: string }[]> {
    const found: { uri: string; text: string }[] = [];
    for (const place of places) {
      const text = await files.read(place);
      if (text !== undefined) found.push({ uri: uriOf(place), text });
    }
    return found;
  }

  return {
    async sources({ uri, language, module }) {
      const document = placeOf(uri);
      const folder = join(document, '..');
      if (language === 'go') {
        const names = (await files.list(folder)).filter(name => name.endsWith('.go')).sort();
        const others = names.map(name => join(folder, name)).filter(place => uriOf(place) !== uriOf(document));
        return texts(others.slice(0, maxFiles));
      }
      if (module === undefined) return [];
      const dots = /^\.*/.exec(module)?.[0].length ?? 0;
      const names = module.slice(dots).split('.').filter(Boolean);
      const parents = Array<string>(Math.max(0, dots - 1)).fill('..');
      const last = names.at(-1);
      const asFile = last === undefined ? [] : [join(folder, ...parents, ...names.slice(0, -1), `${last}.py`)];
      return (await texts([...asFile, join(folder, ...parents, ...names, '__init__.py')])).slice(0, 1);
    },
    async project(uri, file) {
      for (let folder = join(placeOf(uri), '..'); ; folder = join(folder, '..')) {
        const [found] = await texts([join(folder, file)]);
        if (found) return found.text;
        if (uriOf(join(folder, '..')) === uriOf(folder)) return undefined;
      }
    },
  };
}
