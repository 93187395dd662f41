/** Whether an empty slice or map is nil: JSON tells the two apart, Python's lists and dicts do not. */
import type * as go from '../../syntax/go/ast';
import { walk } from '../../syntax/node';
import { givenFields } from './composite';
import { isNil, isPredeclared, variableOf, type Context } from './context';
import type { Program, TypeInfo } from './program';
import type { Definition, Variable } from './symbols';
import { declaredFunction } from './usage';

/** What a slice or a map may be where nothing is in it. */
export interface Emptiness {
  nil: boolean;
  made: boolean;
}

const never: Emptiness = { nil: false, made: false };
const onlyNil: Emptiness = { nil: true, made: false };
const onlyMade: Emptiness = { nil: false, made: true };

const join = (all: readonly Emptiness[]): Emptiness => ({
  nil: all.some(one => one.nil),
  made: all.some(one => one.made),
});

/** What the file gives to fields, and the structs that come to be without a literal. */
interface Writes {
  fields: Map<string, go.Expression[]>;
  zeroed: Set<string>;
  readsJson: boolean;
}

const known = new WeakMap<Program, Writes>();

function writesOf(cx: Context): Writes {
  const before = known.get(cx.program);
  if (before) return before;
  const found: Writes = { fields: new Map(), zeroed: new Set(), readsJson: false };
  known.set(cx.program, found);
  const { typing } = cx;
  const zero = (type: go.Expression): void => {
    const of = typing.fromSyntax(type);
    const info = of.kind === 'instance' ? typing.info(of) : undefined;
    if (info) found.zeroed.add(info.name);
  };
  for (const root of cx.program.roots) {
    walk(root, at => {
      if (at.kind === 'AssignStmt') {
        const { lhs, rhs } = at as unknown as go.AssignStmt;
        lhs.forEach((target, i) => {
          const value = lhs.length === rhs.length ? rhs[i] : rhs[0];
          if (target.kind !== 'SelectorExpr' || target.sel.kind !== 'Ident' || !value) return;
          const owner = typing.field(typing.of(target.x), target.sel.name)?.owner;
          if (!owner) return;
          const key = `${owner.name}.${target.sel.name}`;
          found.fields.set(key, [...(found.fields.get(key) ?? []), value]);
        });
      } else if (at.kind === 'ValueSpec') {
        const { type, values } = at as unknown as go.ValueSpec;
        if (type && values.length === 0) zero(type);
      } else if (at.kind === 'CallExpr') {
        const { fun, args } = at as unknown as go.CallExpr;
        if (isPredeclared(cx, fun, 'new') && args[0]) zero(args[0]);
        if (fun.kind === 'SelectorExpr' && /^(Unmarshal|Decode)$/.test((fun.sel as go.Ident).name))
          found.readsJson = true;
      } else if (at.kind === 'FuncDecl' || at.kind === 'FuncLit') {
        for (const result of (at as unknown as go.FuncDecl).type.results)
          if (result.kind === 'Field' && result.names.length > 0) zero(result.type);
      }
    });
  }
  return found;
}

/** What an empty container may be that stands in a field. */
export function fieldEmptiness(cx: Context, owner: TypeInfo, field: string): Emptiness {
  return ofField(cx, owner, field, new Set());
}

/** What an empty container may be that an expression gives. */
export function emptinessOf(cx: Context, node: go.Expression): Emptiness {
  return of(cx, node, new Set());
}

function ofField(cx: Context, owner: TypeInfo, field: string, seen: Set<unknown>): Emptiness {
  const key = `${owner.name}.${field}`;
  if (seen.has(key)) return never;
  seen.add(key);
  const writes = writesOf(cx);
  const literals = cx.literalsOf(owner.name).filter(one => !isFailure(cx, one));
  const found = join([
    ...literals.map(one => {
      const value = givenFields(one, owner).get(field);
      return value ? of(cx, value, seen) : onlyNil;
    }),
    ...(writes.fields.get(key) ?? []).map(value => of(cx, value, seen)),
    ...(writes.zeroed.has(owner.name) && !writes.readsJson ? [onlyNil] : []),
  ]);
  if (writes.readsJson && !found.nil)
    cx.notes.assume('JSON that is read has all lists and maps that are written again: Go writes null for others');
  return found;
}

/** `return Report{}, err`: nobody looks at it. */
function isFailure(cx: Context, literal: go.CompositeLit): boolean {
  const parent = cx.program.bindings.parent(literal);
  if (literal.elts.length > 0 || parent?.kind !== 'ReturnStmt') return false;
  const last = (parent as unknown as go.ReturnStmt).results.at(-1);
  return last !== literal && last !== undefined && !isNil(cx, last);
}

function of(cx: Context, node: go.Expression, seen: Set<unknown>): Emptiness {
  if (isNil(cx, node)) return onlyNil;
  switch (node.kind) {
    case 'Ident': {
      const variable = variableOf(cx, node);
      return variable ? ofVariable(cx, variable, seen) : onlyMade;
    }
    case 'CompositeLit':
      return node.elts.length > 0 ? never : onlyMade;
    case 'SelectorExpr': {
      const found = node.sel.kind === 'Ident' ? cx.typing.field(cx.typing.of(node.x), node.sel.name) : undefined;
      return found ? ofField(cx, found.owner, (node.sel as go.Ident).name, seen) : onlyMade;
    }
    case 'SliceExpr': {
      const isCut = [node.low, node.high].some(one => one?.kind === 'IntLit' && one.value !== '0');
      return { nil: !isCut && of(cx, node.x, seen).nil, made: true };
    }
    case 'CallExpr':
      return ofCall(cx, node, seen);
    default:
      return onlyMade;
  }
}

function ofVariable(cx: Context, variable: Variable, seen: Set<unknown>): Emptiness {
  if (seen.has(variable)) return never;
  seen.add(variable);
  const { bindings } = cx.program;
  const isAddressed = variable.uses.some(use => {
    const parent = bindings.parent(use);
    return parent?.kind === 'UnaryExpr' && parent['op'] === '&';
  });
  // Who gets the address gives it another value: JSON that is read, mostly.
  if (isAddressed) return onlyMade;
  if (variable.kind === 'param') return ofParameter(cx, variable, seen);
  const zero = variable.kind === 'result' ? [onlyNil] : [];
  return join([...zero, ...variable.definitions.map(one => ofDefinition(cx, one, seen))]);
}

function ofDefinition(cx: Context, { value, index, how }: Definition, seen: Set<unknown>): Emptiness {
  if (!value) return how === 'declare' ? onlyNil : onlyMade;
  if (how !== 'declare' && how !== 'assign') return onlyMade;
  return value.kind === 'CallExpr' ? ofCall(cx, value, seen, index) : of(cx, value, seen);
}

/** What the calls of the function give; `onlyMade` where they are not seen. */
function ofParameter(cx: Context, variable: Variable, seen: Set<unknown>): Emptiness {
  const { bindings, functions } = cx.program;
  const { owner } = variable;
  if (owner?.kind !== 'FuncDecl' || owner.recv || owner.name.kind !== 'Ident') return onlyMade;
  const params = owner.type.params.flatMap(one => (one.kind === 'Field' ? one.names : []));
  const at = params.indexOf(variable.ident);
  if (functions.get(owner.name.name) !== owner || variable.variadic) return onlyMade;
  const given = (bindings.packageLevel.get(owner.name.name)?.uses ?? []).flatMap(use => {
    const parent = bindings.parent(use);
    const arg =
      parent?.kind === 'CallExpr' && parent['fun'] === use ? (parent['args'] as go.Expression[])[at] : undefined;
    return arg ? [of(cx, arg, seen)] : [];
  });
  return given.length > 0 ? join(given) : onlyMade;
}

/** Functions of the library that give nil where they have nothing to give. */
const givesNil = /^(Collect|Sorted|SortedFunc|FindAllString|FindAllStringSubmatch)$/;

function ofCall(cx: Context, node: go.CallExpr, seen: Set<unknown>, index = 0): Emptiness {
  const [first] = node.args;
  if (isPredeclared(cx, node.fun, 'append') && first)
    return node.args.length > 1 && !node.ellipsis ? never : of(cx, first, seen);
  if (cx.typing.isConversion(node) && first) return of(cx, first, seen);
  const declared = declaredFunction(cx.program, cx.typing, node);
  if (!declared?.body) {
    const { fun } = node;
    const isNilGiver = fun.kind === 'SelectorExpr' && fun.sel.kind === 'Ident' && givesNil.test(fun.sel.name);
    return isNilGiver ? onlyNil : onlyMade;
  }
  if (seen.has(declared)) return never;
  seen.add(declared);
  const results: Emptiness[] = [];
  walk(declared.body, at => {
    if (at.kind === 'FuncLit') return false;
    if (at.kind !== 'ReturnStmt') return;
    const given = (at as unknown as go.ReturnStmt).results;
    const last = given.at(-1);
    // The other results of a failure are not looked at.
    if (given.length > 1 && last && cx.typing.of(last).kind === 'error' && !isNil(cx, last)) return;
    const named = declared.type.results.flatMap(one => (one.kind === 'Field' ? one.names : []))[index];
    const value = given[index] ?? (given.length === 0 ? (named as go.Expression | undefined) : undefined);
    results.push(value ? of(cx, value, seen) : onlyMade);
  });
  return join(results);
}
