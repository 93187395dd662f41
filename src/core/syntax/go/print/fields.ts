/** Prints signatures and the fields in them: parameters, results, type parameters, members. */
import type { NodeBase } from '../../node';
import type { Field, FuncType, Meta } from '../ast';
import type { Printer } from './printer';
import { closeList, metaText, printExpression } from './expressions';
import { quoteRaw } from './quote';

/** Type parameters, parameters and results. */
export function printSignature(p: Printer, type: FuncType): void {
  printTypeParams(p, type, type.typeParams);
  p.out.token('(');
  const results = type.results;
  const [single] = results;
  p.nested(() => {
    fields(p, type.params);
    // Comments at the end of the type stand in its last list.
    if (results.length === 0) closeList(p, type, type.params.length > 0);
    else closeWaiting(p, type.params.length > 0);
  });
  p.out.token(')');
  if (!single) return;
  p.out.space();
  const bare = results.length === 1 && (single.kind === 'Meta' || (single.names.length === 0 && !single.comments));
  if (bare && !type.comments) return printField(p, single, 'FuncType');
  p.out.token('(');
  p.nested(() => {
    fields(p, results);
    closeList(p, type, true);
  });
  p.out.token(')');
}

/** `[T any]`; nothing where there are none. */
export function printTypeParams(p: Printer, owner: NodeBase, list: readonly (Field | Meta)[]): void {
  const [first] = list;
  if (!first) return;
  p.out.token('[');
  p.nested(() => {
    fields(p, list);
    const operators = ['StarExpr', 'UnaryExpr', 'BinaryExpr', 'CallExpr'];
    const single = list.length === 1 && first.kind === 'Field' && first.names.length === 1;
    // `type T[P *C]` is read as an array of P times C.
    if (owner.kind === 'TypeSpec' && single && operators.includes(first.type.kind)) p.out.token(',');
    else closeWaiting(p, true);
  });
  p.out.token(']');
}

function closeWaiting(p: Printer, some: boolean): void {
  if (some && p.out.waiting) p.out.token(',');
}

function fields(p: Printer, list: readonly (Field | Meta)[]): void {
  list.forEach((item, i) => {
    if (i) {
      p.out.token(',');
      p.out.space();
    }
    printField(p, item, 'FuncType');
  });
}

/** One field; `own` says that its comments are printed by the caller, on lines of their own. */
export function printField(p: Printer, item: Field | Meta, owner: string, own = false): void {
  const print = (): void => {
    if (item.kind === 'Meta') p.out.token(metaText(item));
    else content(p, item, owner);
  };
  if (own) print();
  else p.inline(item, print);
}

function content(p: Printer, item: Field, owner: string): void {
  const { out } = p;
  item.names.forEach((name, i) => {
    if (i) {
      out.token(',');
      out.space();
    }
    printExpression(p, name);
  });
  const { type } = item;
  if (owner === 'InterfaceType' && item.names.length === 1 && type.kind === 'FuncType') {
    return p.inline(type, () => printSignature(p, type));
  }
  if (item.names.length) out.space();
  if (item.variadic) out.token('...');
  printExpression(p, type);
  if (item.tag === undefined) return;
  out.space();
  out.token(quoteRaw(item.tag));
}
