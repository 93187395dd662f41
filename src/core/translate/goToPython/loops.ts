/** Leaving loops that are not the innermost: Python has no labels, so a flag says it. */
import type * as go from '../../syntax/go/ast';
import type * as py from '../../syntax/python/ast';
import { assign, bool, breaks, continues, ifs, name } from './build';
import type { Context, LoopContext } from './context';
import { freshName } from './naming';

interface Exit {
  flag: string;
  tok: 'break' | 'continue';
  /** The loop that is left or goes on. */
  loop: LoopContext;
}

const exits = new WeakMap<LoopContext, Exit[]>();

/** `break outer` and `continue outer` from an inner loop; undefined where the innermost loop is meant. */
export function leaveLoop(
  cx: Context,
  tok: go.BranchStmt['tok'],
  label: string | undefined,
): py.Statement[] | undefined {
  if (label === undefined || (tok !== 'break' && tok !== 'continue')) return undefined;
  const loops = cx.fn.loops.filter(loop => !loop.isSwitch);
  const at = loops.findIndex(loop => loop.label === label);
  const target = loops[at];
  if (!target) return undefined;
  const inner = loops[at + 1];
  if (!inner) return tok === 'break' ? [breaks()] : [...target.post(), continues()];
  const known = exits.get(inner) ?? [];
  let exit = known.find(one => one.tok === tok && one.loop === target);
  if (!exit) {
    exit = { flag: freshName(cx, tok === 'break' ? 'done' : 'skip'), tok, loop: target };
    exits.set(inner, [...known, exit]);
  }
  // Loops between are left one after the other.
  for (const between of loops.slice(at + 2)) {
    const own = exits.get(between) ?? [];
    if (!own.some(one => one.flag === exit.flag)) exits.set(between, [...own, { ...exit, tok: 'break' }]);
  }
  return [assign(exit.flag, bool(true)), breaks()];
}

/** What stands around a loop from whose inside others are left. */
export function withExits(
  loop: LoopContext,
  written: py.Statement[],
  outermost: (exit: { loop: LoopContext }) => boolean,
): py.Statement[] {
  const own = exits.get(loop) ?? [];
  if (own.length === 0) return written;
  const flags = own.filter(outermost).map(exit => assign(exit.flag, bool(false)));
  const checks = own.map(exit =>
    ifs(name(exit.flag), exit.tok === 'break' ? [breaks()] : [...exit.loop.post(), continues()]),
  );
  return [...flags, ...written, ...checks];
}
