/**
 * Which integers are never negative. Go divides toward zero and Python toward minus infinity, so `//` and `%` say the
 * same only where the operands are known not to be negative. All values of a variable, a field or a result in the file
 * are taken together; what a container holds counts as the container. Everything starts as not negative and is given up
 * where a value that may be negative reaches it, until nothing changes.
 */
import type * as go from '../../syntax/go/ast';
import { walk, type NodeBase } from '../../syntax/node';
import { evaluate } from './constants';
import { Guards } from './guards';
import type { Program } from './program';
import type { Definition, FunctionNode, Variable } from './symbols';
import type { Typing } from './typing';

export interface Signs {
  /** The integer expression is at least `bound` wherever it is evaluated. */
  atLeast(expression: go.Expression, bound: number): boolean;
}

/** A variable, a field (by name) or a result of a function. */
type Key = Variable | string;

const neverNegative = new Set(
  'len cap copy RuneCountInString RuneCount RuneLen Count Intn Int63n Int31n IntN N Sqrt Abs Hypot NumCPU Year Day Hour Minute Second YearDay Len'.split(
    ' ',
  ),
);

export function findSigns(program: Program, typing: Typing): Signs {
  const negative = new Set<Key>();
  const ids = new Map<NodeBase, number>();
  const { bindings } = program;
  const guards = new Guards(program);

  const resultKey = (node: FunctionNode, index: number): string => {
    if (!ids.has(node)) ids.set(node, ids.size);
    return `result ${ids.get(node)} ${index}`;
  };

  const constant = (node: go.Expression): number | undefined => {
    const value = evaluate(node, name => program.constants.get(name)?.value);
    return typeof value === 'bigint' || typeof value === 'number' ? Number(value) : undefined;
  };

  function unsigned(node: go.Expression): boolean {
    const type = typing.underlying(typing.of(node));
    return (
      type.kind === 'int' && (/^(u|byte)/.test(type.go ?? '') || (type.go === 'rune' && node.kind !== 'BinaryExpr'))
    );
  }

  function atLeast(node: go.Expression, bound: number): boolean {
    const known = constant(node);
    if (known !== undefined) return known >= bound;
    if (bound <= 0 && unsigned(node)) return true;
    if (guards.say(node, bound, atLeast)) return true;
    switch (node.kind) {
      case 'BinaryExpr':
        return binary(node, bound);
      case 'Ident':
      case 'IndexExpr':
      case 'SelectorExpr':
      case 'StarExpr':
        return bound <= 0 && keysOf(node).every(key => !negative.has(key)) && keysOf(node).length > 0;
      case 'SliceExpr':
        return atLeast(node.x, bound);
      case 'UnaryExpr':
        return node.op === '&' || node.op === '<-' || node.op === '+' ? atLeast(node.x, bound) : false;
      case 'CallExpr':
        return call(node, bound);
      case 'CompositeLit':
        return bound <= 0 && node.elts.every(elt => atLeast(elt.kind === 'KeyValueExpr' ? elt.value : elt, 0));
      case 'FuncLit':
      case 'StringLit':
        return bound <= 0;
      default:
        return false;
    }
  }

  function binary(node: go.BinaryExpr, bound: number): boolean {
    const { x, y } = node;
    switch (node.op) {
      case '+':
        return (atLeast(x, bound) && atLeast(y, 0)) || (atLeast(x, 0) && atLeast(y, bound));
      case '*':
        return bound <= 1 && atLeast(x, bound) && atLeast(y, bound);
      case '-': {
        const by = constant(y);
        if (by !== undefined) return atLeast(x, bound + by);
        return bound <= 0 && guards.notLess(node, x, y);
      }
      case '/':
        return bound <= 0 && atLeast(x, 0) && atLeast(y, 0);
      case '%':
      case '>>':
        return bound <= 0 && atLeast(x, 0);
      case '<<':
        return bound <= 1 && atLeast(x, bound);
      case '&':
        return bound <= 0 && (atLeast(x, 0) || atLeast(y, 0));
      case '|':
      case '^':
        return bound <= 0 && atLeast(x, 0) && atLeast(y, 0);
      default:
        return false;
    }
  }

  function call(node: go.CallExpr, bound: number): boolean {
    const { fun, args } = node;
    const [first] = args;
    if (typing.isConversion(node))
      return first !== undefined && typing.of(first).kind !== 'str' && atLeast(first, bound);
    const name =
      fun.kind === 'Ident' ? fun.name : fun.kind === 'SelectorExpr' && fun.sel.kind === 'Ident' ? fun.sel.name : '';
    const callee = calleeOf(node);
    if (callee) return bound <= 0 && !negative.has(resultKey(callee, 0));
    if (neverNegative.has(name)) return bound <= 0;
    if (name === 'make' || name === 'new') return bound <= 0;
    if (name === 'append' || name === 'min' || name === 'Max' || name === 'Min')
      return args.every(arg => atLeast(arg, bound));
    if (name === 'max') return args.some(arg => atLeast(arg, bound));
    return false;
  }

  function calleeOf(node: go.CallExpr): FunctionNode | undefined {
    const fun = node.fun.kind === 'IndexExpr' ? node.fun.x : node.fun;
    if (fun.kind === 'FuncLit') return fun;
    if (fun.kind === 'Ident') {
      const variable = bindings.variable(fun);
      if (variable?.kind === 'func') return program.functions.get(fun.name);
      const literals = variable?.definitions.map(one => one.value).filter(value => value !== undefined) ?? [];
      return literals.length === 1 && literals[0]?.kind === 'FuncLit' && variable?.kind === 'local'
        ? literals[0]
        : undefined;
    }
    if (fun.kind === 'SelectorExpr' && fun.sel.kind === 'Ident')
      return typing.method(typing.of(fun.x), fun.sel.name)?.node;
    return undefined;
  }

  /** What an access reads: the last field on the way, else the variable at its root. */
  function keysOf(node: go.Expression): Key[] {
    switch (node.kind) {
      case 'Ident': {
        const variable = bindings.variable(node);
        return variable ? [variable] : [];
      }
      case 'SelectorExpr':
        return node.sel.kind === 'Ident' ? [`field ${node.sel.name}`] : [];
      case 'IndexExpr':
      case 'SliceExpr':
      case 'StarExpr':
        return keysOf(node.x);
      case 'UnaryExpr':
        return node.op === '&' || node.op === '<-' ? keysOf(node.x) : [];
      default:
        return [];
    }
  }

  let changed = true;
  const give = (keys: readonly Key[]): void => {
    for (const key of keys) {
      if (negative.has(key)) continue;
      negative.add(key);
      changed = true;
    }
  };

  /** A value reaches a place. What is shared by both (a slice, a map, a pointer) is given up in both directions. */
  function flow(value: go.Expression, to: readonly Key[]): void {
    if (to.some(key => !negative.has(key)) && !atLeast(value, 0)) give(to);
    const kind = typing.underlying(typing.of(value)).kind;
    if (['list', 'dict', 'pointer', 'chan'].includes(kind) && to.some(key => negative.has(key))) give(keysOf(value));
  }

  function defined(variable: Variable, definition: Definition): void {
    const { value, how } = definition;
    if (how === 'operate') return operated([variable], definition.op ?? '', value, definition.ident);
    if (!value || variable.kind === 'const') return;
    if (definition.index !== undefined) {
      const callee = value.kind === 'CallExpr' ? calleeOf(value) : undefined;
      if (callee ? negative.has(resultKey(callee, definition.index)) : definition.index === 0 && !atLeast(value, 0))
        give([variable]);
      return;
    }
    const ranged = typing.underlying(typing.of(value)).kind;
    if (how === 'range-key' && (ranged === 'list' || ranged === 'array' || ranged === 'str' || ranged === 'int'))
      return;
    if (how === 'range-value' && ranged === 'str') return;
    if (how === 'type-switch') return give([variable]);
    flow(value, [variable]);
  }

  function operated(to: Key[], op: string, value: go.Expression | undefined, at: go.Expression): void {
    if (op === '++' || op === '/=' || op === '%=' || op === '>>=') {
      if (value && op === '/=') flow(value, to);
      return;
    }
    if (op === '--') return atLeast(at, 1) ? undefined : give(to);
    if (op === '-=') {
      const by = value && constant(value);
      if (by !== undefined && atLeast(at, by)) return;
      return value && guards.notLess(at, at, value) ? undefined : give(to);
    }
    if (value) flow(value, to);
  }

  function visit(node: NodeBase): void {
    switch (node.kind) {
      case 'AssignStmt': {
        const { lhs, rhs, op } = node as go.AssignStmt;
        lhs.forEach((target, i) => {
          if (target.kind === 'Ident') return;
          const value = lhs.length === rhs.length ? rhs[i] : undefined;
          if (op !== '=') operated(keysOf(target), op, value, target);
          else if (value) {
            flow(value, keysOf(target));
            if (target.kind === 'IndexExpr')
              for (const index of target.indices)
                if (typing.underlying(typing.of(target.x)).kind === 'dict') flow(index, keysOf(target));
          } else give(keysOf(target));
        });
        return;
      }
      case 'IncDecStmt': {
        const { x, op } = node as go.IncDecStmt;
        if (x.kind !== 'Ident') operated(keysOf(x), op, undefined, x);
        return;
      }
      case 'SendStmt': {
        const { chan, value } = node as go.SendStmt;
        return flow(value, keysOf(chan));
      }
      case 'CompositeLit':
        return composite(node as go.CompositeLit);
      case 'ReturnStmt':
        return returned(node as go.ReturnStmt);
      case 'CallExpr':
        return called(node as go.CallExpr);
      case 'UnaryExpr': {
        // Who holds the address may store anything; scanning into it is the usual reason.
        const { op, x } = node as go.UnaryExpr;
        const parent = bindings.parent(node);
        if (
          op === '&' &&
          x.kind !== 'CompositeLit' &&
          parent?.kind === 'CallExpr' &&
          !calleeOf(parent as unknown as go.CallExpr)
        )
          give(keysOf(x));
        return;
      }
    }
  }

  function composite(node: go.CompositeLit): void {
    const info = typing.info(typing.of(node));
    if (info?.form !== 'struct') return;
    node.elts.forEach((elt, i) => {
      const name =
        elt.kind === 'KeyValueExpr' ? (elt.key.kind === 'Ident' ? elt.key.name : '') : (info.fields[i]?.name ?? '');
      flow(elt.kind === 'KeyValueExpr' ? elt.value : elt, [`field ${name}`]);
    });
  }

  function returned(node: go.ReturnStmt): void {
    const owner = bindings.functionOf(node);
    if (!owner) return;
    if (node.results.length === 0) {
      let i = 0;
      for (const field of owner.type.results) {
        if (field.kind !== 'Field') continue;
        for (const ident of field.names) {
          const variable = bindings.variable(ident);
          if (variable && negative.has(variable)) give([resultKey(owner, i)]);
          i++;
        }
      }
    }
    const [only] = node.results;
    const passes = node.results.length === 1 && only?.kind === 'CallExpr' ? calleeOf(only) : undefined;
    if (passes) {
      owner.type.results.forEach((_, i) => void (negative.has(resultKey(passes, i)) && give([resultKey(owner, i)])));
    } else node.results.forEach((value, i) => flow(value, [resultKey(owner, i)]));
  }

  function called(node: go.CallExpr): void {
    const callee = calleeOf(node);
    if (callee) return passTo(callee, node);
    // A call through an interface may reach any method of that name.
    if (node.fun.kind === 'SelectorExpr' && node.fun.sel.kind === 'Ident') {
      for (const type of program.types.values()) {
        const method = type.methods.get(node.fun.sel.name);
        if (method) passTo(method, node);
      }
    }
  }

  function parametersOf(node: FunctionNode): Variable[] {
    return node.type.params.flatMap(field =>
      field.kind === 'Field' ? field.names.flatMap(ident => bindings.variable(ident) ?? []) : [],
    );
  }

  function passTo(callee: FunctionNode, node: go.CallExpr): void {
    const params = parametersOf(callee);
    node.args.forEach((arg, i) => {
      const param = params[Math.min(i, params.length - 1)];
      if (param) flow(arg, [param]);
    });
  }

  /** Functions that others may call with what this file does not show. */
  function open(node: FunctionNode): boolean {
    if (node.kind === 'FuncLit') {
      const parent = bindings.parent(node);
      return !(parent?.kind === 'AssignStmt' || parent?.kind === 'ValueSpec' || parent?.kind === 'CallExpr');
    }
    if (!program.whole) return true;
    if (node.recv) return false;
    const variable = node.name.kind === 'Ident' ? bindings.variable(node.name) : undefined;
    return (variable?.uses ?? []).some(use => {
      const parent = bindings.parent(use);
      const callee = parent?.kind === 'IndexExpr' ? bindings.parent(parent) : parent;
      return use !== node.name && !(callee?.kind === 'CallExpr' && (callee['fun'] === use || callee['fun'] === parent));
    });
  }

  for (const root of program.roots) {
    walk(root, node => {
      if (node.kind !== 'FuncDecl' && node.kind !== 'FuncLit') return;
      const declared = node as unknown as FunctionNode;
      // A literal that is an argument is called by others; one that is called at once is seen.
      const parent = bindings.parent(node);
      const passed = node.kind === 'FuncLit' && parent?.kind === 'CallExpr' && parent['fun'] !== node;
      if (open(declared) || passed) for (const param of parametersOf(declared)) negative.add(param);
    });
  }
  while (changed) {
    changed = false;
    for (const variable of bindings.all) for (const definition of variable.definitions) defined(variable, definition);
    for (const root of program.roots) walk(root, visit as (node: NodeBase) => void);
  }
  return { atLeast };
}
