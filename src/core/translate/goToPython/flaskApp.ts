/** The application object of Flask, which stands for the mux of a program. */
import { walk } from '../../syntax/node';
import type * as go from '../../syntax/go/ast';
import { gap, type Context } from './context';

/** Its name; the answer makes it at its top. A second mux would need an application of its own. */
export function flaskApp(cx: Context): string {
  if (muxes(cx) > 1) gap('a second mux has no counterpart here');
  cx.usesFlask.value = true;
  return 'app';
}

const counts = new WeakMap<Context['program'], number>();

/** How many muxes the program has, net/http's own among them where it is used. */
function muxes(cx: Context): number {
  let known = counts.get(cx.program);
  if (known === undefined) {
    let made = 0;
    let usesDefault = false;
    for (const root of cx.program.roots)
      walk(root, node => {
        if (node.kind !== 'SelectorExpr') return;
        const { x, sel } = node as unknown as go.SelectorExpr;
        if (sel.kind !== 'Ident' || x.kind !== 'Ident' || cx.typing.packageOf(x) !== 'net/http') return;
        if (sel.name === 'NewServeMux') made++;
        if (/^(DefaultServeMux|HandleFunc|Handle)$/.test(sel.name)) usesDefault = true;
      });
    counts.set(cx.program, (known = made + (usesDefault ? 1 : 0)));
  }
  return known;
}
