/** Modes of Python's `open` against the functions and flags of package os. */
import type { Expression as GoExpression } from '../syntax/go/ast';
import type { ValueConverter } from './converter';
import { goBinary, goDotted, goSelector, pyStr } from './nodes';

/** Flags as people write them, by the mode without its `b` or `t`. */
const flagsOf: Record<string, readonly string[]> = {
  r: ['O_RDONLY'],
  'r+': ['O_RDWR'],
  w: ['O_WRONLY', 'O_CREATE', 'O_TRUNC'],
  'w+': ['O_RDWR', 'O_CREATE', 'O_TRUNC'],
  a: ['O_APPEND', 'O_CREATE', 'O_WRONLY'],
  'a+': ['O_APPEND', 'O_CREATE', 'O_RDWR'],
  x: ['O_WRONLY', 'O_CREATE', 'O_EXCL'],
  'x+': ['O_RDWR', 'O_CREATE', 'O_EXCL'],
};
const modeOf = new Map(Object.entries(flagsOf).map(([mode, flags]) => [keyOf(flags), mode]));

const imports = [{ module: 'os', local: 'os' }];

/** `openMode(MODE)`: the flags for `os.OpenFile`. An absent mode is `r`; `b` is lost, for Go's files are bytes. */
export const openMode: ValueConverter = {
  kind: 'value',
  name: 'openMode',
  sources: { min: 1, max: 1 },
  forward([mode]) {
    if (mode && mode.kind !== 'Str') return undefined;
    const flags = flagsOf[(mode?.value ?? 'r').replace(/^(.*?)[bt](.*)$/, '$1$2')];
    if (!flags) return undefined;
    const names = flags.map((flag): GoExpression => goSelector('os', flag));
    const value = names.reduce((all, flag) => goBinary(all, '|', flag));
    const binary = mode?.value.includes('b') === true;
    return { value, imports, assumes: binary ? ['bytes are read and written as they are'] : [] };
  },
  backward(target) {
    const flags = readFlags(target);
    const mode = flags && modeOf.get(keyOf(flags));
    return mode === undefined ? undefined : { values: [pyStr(mode)], imports: [], assumes: [] };
  },
};

function readFlags(node: GoExpression): string[] | undefined {
  if (node.kind === 'BinaryExpr' && node.op === '|') {
    const [x, y] = [readFlags(node.x), readFlags(node.y)];
    return x && y && [...x, ...y];
  }
  const name = /^os\.(O_[A-Z]+)$/.exec(goDotted(node) ?? '')?.[1];
  return name === undefined ? undefined : [name];
}

function keyOf(flags: readonly string[]): string {
  return [...new Set(flags)].sort().join('|');
}
