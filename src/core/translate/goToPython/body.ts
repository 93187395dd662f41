/** The body of a function: named results, receivers and parameters that are copies, and a stack for what is deferred. */
import type * as go from '../../syntax/go/ast';
import { walk } from '../../syntax/node';
import type * as py from '../../syntax/python/ast';
import { annotation } from './annotations';
import { annAssign, assign, call, name, pass } from './build';
import type { Context } from './context';
import { recoversFirst, usesStack, withStack } from './defers';
import { isBoxed } from './expressions';
import { ends } from './guards';
import { nameOf } from './naming';
import { block, tidy } from './statements';
import { bareReturn } from './returns';
import type { FunctionNode, Variable } from './symbols';
import { copyOf, isStructValue, zero } from './values';

/** All statements of the body, without docstring and `global`. */
export function functionBody(cx: Context, node: go.BlockStmt, owner: FunctionNode): py.Body {
  const head = [...ownCopies(cx, owner), ...namedResults(cx)];
  let body = block(cx, node);
  // Go has to say `return` at the end of a function with named results only where Python would give None.
  if (cx.fn.named.length > 0 && !ends(node)) body.push(...bareReturn(cx));
  if (usesStack(owner) && !recoversFirst(cx, owner)) body = withStack(cx, body);
  const all = tidy([...head, ...body]);
  const last = all.at(-1);
  if (last?.kind === 'Return' && !last.value && !last.comments) all.pop();
  return all.length > 0 ? all : [pass()];
}

/** Parameters that are changed are copies of what the caller has; so is a value receiver. */
function ownCopies(cx: Context, owner: FunctionNode): py.Statement[] {
  const { bindings } = cx.program;
  const fields = [...(owner.kind === 'FuncDecl' && owner.recv ? [owner.recv] : []), ...owner.type.params];
  return fields.flatMap(field =>
    field.kind === 'Field'
      ? field.names.flatMap((ident): py.Statement[] => {
          const variable = bindings.variable(ident);
          return variable ? ownCopy(cx, variable) : [];
        })
      : [],
  );
}

function ownCopy(cx: Context, variable: Variable): py.Statement[] {
  const type = cx.typing.ofVariable(variable);
  const own = name(nameOf(cx, variable));
  if (isBoxed(cx, variable)) return [assign(own, call(cx.out.helper('Ref'), own))];
  const isValue = isStructValue(cx, type) || cx.typing.underlying(type).kind === 'array';
  if (!isValue || !(cx.usage.changesInPlace(variable) || cx.usage.addressTaken(variable))) return [];
  return [assign(own, copyOf(cx, own, type))];
}

/** Named results start with their zero values, where somebody could see that. */
function namedResults(cx: Context): py.Statement[] {
  return cx.fn.named.flatMap((variable): py.Statement[] => {
    if (variable.name === '_') return [];
    const isError = cx.fn.raises && variable === cx.fn.named.at(-1);
    if (isError && !cx.usage.isReassigned(variable)) {
      cx.fn.nilErrors.add(variable);
      return [];
    }
    if (!isSeen(cx, variable)) return [];
    const type = cx.typing.ofVariable(variable);
    const own = name(nameOf(cx, variable));
    const empty = zero(cx, type);
    return [
      empty.kind === 'None' || empty.kind === 'List' || empty.kind === 'Dict'
        ? annAssign(own, annotation(cx, type, true), empty)
        : assign(own, empty),
    ];
  });
}

/** A named result that nobody reads, and that no bare `return` gives, is only a name. */
function isSeen(cx: Context, variable: Variable): boolean {
  if (cx.usage.isUsed(variable) || variable.definitions.length > 0) return true;
  // What is recovered from gives the results as they are.
  if (cx.exceptions.recovers && JSON.stringify(variable.owner?.body ?? null).includes('"recover"')) return true;
  return variable.owner?.body !== undefined && (!ends(variable.owner.body) || mentionsBareReturn(variable.owner.body));
}

function mentionsBareReturn(node: go.BlockStmt): boolean {
  let found = false;
  walk(node, at => {
    if (at.kind === 'FuncLit') return false;
    if (at.kind === 'ReturnStmt' && (at['results'] as unknown[]).length === 0) found = true;
  });
  return found;
}
