import type { LibraryModule } from './table';

/** Python's `re` needs its patterns turned into Go's notation, which idioms do by a converter. */
export const re: LibraryModule = {
  calls: {
    're.compile': (c, node) => c.gap('regular expressions have no counterpart here yet', node),
    're.match': (c, node) => c.gap('regular expressions have no counterpart here yet', node),
    're.search': (c, node) => c.gap('regular expressions have no counterpart here yet', node),
    're.sub': (c, node) => c.gap('regular expressions have no counterpart here yet', node),
    're.findall': (c, node) => c.gap('regular expressions have no counterpart here yet', node),
  },
};
