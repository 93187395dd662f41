/** How variables, types and parameters are used, where that decides between a copy and the thing itself. */
import type { Type } from '../../facts/types';
import type * as go from '../../syntax/go/ast';
import { walk, type NodeBase } from '../../syntax/node';
import { isByteSlice } from './goTypes';
import type { Program } from './program';
import type { Definition, FunctionNode, Variable } from './symbols';
import type { Typing } from './typing';

export interface Usage {
  /** A struct or array in this variable is changed in place. */
  changesInPlace(variable: Variable): boolean;
  /** Values of this type are changed in place through something else than a plain variable. */
  typeChanges(type: Type): boolean;
  /** `&x` is taken of it, so that somebody else may change it. */
  addressTaken(variable: Variable): boolean;
  /** Some slice in that field of a struct grows where it is. */
  fieldGrows(type: string, field: string): boolean;
  /** `append` may change the list itself: nobody else holds it. */
  ownsList(variable: Variable): boolean;
  isReassigned(variable: Variable): boolean;
  isCaptured(variable: Variable): boolean;
  /** The function changes the elements of its parameter. */
  changesElements(node: FunctionNode, param: number): boolean;
  /** The variable's elements are set, or it is sorted, reversed or copied into. */
  elementsChange(variable: Variable): boolean;
  /** Bytes are changed in slices that more than one variable may hold. */
  readonly changesBytes: boolean;
  isUsed(variable: Variable): boolean;
  /** Read after this place, or before it in the same loop. */
  isReadAfter(variable: Variable, at: NodeBase): boolean;
}

/** Library functions that take an address only to write there. */
const writesThere =
  /^(Scan|Scanf|Scanln|Sscan|Sscanf|Sscanln|Fscan|Fscanf|Fscanln|Unmarshal|Decode|As|AddInt32|AddInt64|AddUint64|LoadInt32|LoadInt64|StoreInt32|StoreInt64|CompareAndSwapInt32|CompareAndSwapInt64)$/;
/** Library functions that change the elements of their first argument. */
const changesFirst =
  /^(Ints|Strings|Float64s|Slice|SliceStable|Sort|SortFunc|SortStableFunc|Reverse|Stable|copy|clear)$/;

export function findUsage(program: Program, typing: Typing): Usage {
  const { bindings } = program;
  const changed = new Set<Variable>();
  const changedTypes = new Set<string>();
  const addressed = new Set<Variable>();
  const elements = new Set<Variable>();
  const owns = new Map<Variable, boolean>();
  const growing = new Set<string>();
  let changesBytes = false;

  function structName(type: Type): string | undefined {
    const info = typing.info(type);
    return info?.form === 'struct' ? info.name : undefined;
  }

  /** Something inside `node` is given another value. */
  function change(node: go.Expression): void {
    switch (node.kind) {
      case 'Ident': {
        const variable = bindings.variable(node);
        if (variable) changed.add(variable);
        return;
      }
      case 'SelectorExpr': {
        const type = typing.of(node.x);
        const name = structName(type);
        if (name && (node.x.kind !== 'Ident' || type.kind === 'pointer')) changedTypes.add(name);
        return type.kind === 'pointer' ? undefined : change(node.x);
      }
      case 'IndexExpr': {
        const type = typing.underlying(typing.of(node.x));
        const root = bindings.variable(node.x);
        if (root) elements.add(root);
        if (isByteSlice(type) && !(root?.kind === 'local' && root.definitions.every(isMade))) changesBytes = true;
        return type.kind === 'array' ? change(node.x) : undefined;
      }
      case 'StarExpr': {
        const name = structName(typing.of(node.x));
        if (name) changedTypes.add(name);
        const root = bindings.variable(node.x);
        if (root) elements.add(root);
        return;
      }
    }
  }

  function visit(node: NodeBase): void {
    switch (node.kind) {
      case 'AssignStmt':
        for (const target of (node as go.AssignStmt).lhs) if (target.kind !== 'Ident') change(target);
        (node as go.AssignStmt).lhs.forEach((target, i) => {
          const value = (node as go.AssignStmt).rhs[i];
          const grows = value?.kind === 'CallExpr' && value.fun.kind === 'Ident' && value.fun.name === 'append';
          if (grows && target.kind === 'SelectorExpr' && target.sel.kind === 'Ident')
            growing.add(`${structName(typing.of(target.x))}.${target.sel.name}`);
        });
        return;
      case 'IncDecStmt': {
        const { x } = node as go.IncDecStmt;
        return x.kind === 'Ident' ? undefined : change(x);
      }
      case 'RangeStmt': {
        const { tok, key, value } = node as go.RangeStmt;
        if (tok === '=') for (const target of [key, value]) if (target && target.kind !== 'Ident') change(target);
        return;
      }
      case 'UnaryExpr': {
        const { op, x } = node as go.UnaryExpr;
        if (op !== '&' || x.kind === 'CompositeLit') return;
        const variable = bindings.variable(x);
        const parent = bindings.parent(node);
        const call = parent?.kind === 'CallExpr' ? (parent as unknown as go.CallExpr) : undefined;
        const callee = call?.fun.kind === 'SelectorExpr' && call.fun.sel.kind === 'Ident' ? call.fun.sel.name : '';
        const library =
          call?.fun.kind === 'SelectorExpr' && (typing.packageOf(call.fun.x) !== undefined || writesThere.test(callee));
        if (variable && !(library && writesThere.test(callee))) addressed.add(variable);
        return change(x);
      }
      case 'CallExpr':
        return visitCall(node as go.CallExpr);
    }
  }

  function visitCall(node: go.CallExpr): void {
    const { fun, args } = node;
    const name =
      fun.kind === 'Ident' ? fun.name : fun.kind === 'SelectorExpr' && fun.sel.kind === 'Ident' ? fun.sel.name : '';
    const library = fun.kind === 'SelectorExpr' ? typing.packageOf(fun.x) !== undefined : !bindings.variable(fun);
    if (library && changesFirst.test(name) && args[0]) {
      const root = bindings.variable(
        args[0].kind === 'CallExpr' ? (args[0].args[0] ?? args[0]) : args[0].kind === 'SliceExpr' ? args[0].x : args[0],
      );
      if (root) elements.add(root);
    }
    if (fun.kind === 'SelectorExpr' && !library && fun.sel.kind === 'Ident') {
      const method = typing.method(typing.of(fun.x), fun.sel.name);
      if (method?.node?.recv?.type.kind === 'StarExpr')
        change({ kind: 'SelectorExpr', x: fun.x, sel: fun.sel, start: -1, end: -1 });
    }
  }

  const passed = new Map<FunctionNode, Variable[]>();
  const paramsOf = (node: FunctionNode): Variable[] => {
    let known = passed.get(node);
    if (!known) {
      known = node.type.params.flatMap(field =>
        field.kind === 'Field' ? field.names.flatMap(ident => bindings.variable(ident) ?? []) : [],
      );
      passed.set(node, known);
    }
    return known;
  };

  for (const root of program.roots) walk(root, visit as (node: NodeBase) => void);
  // What a function does to the elements of its parameter, it does to those of the argument.
  for (let before = -1; before !== elements.size;) {
    before = elements.size;
    for (const root of program.roots) {
      walk(root, node => {
        if (node.kind !== 'CallExpr') return;
        const call = node as unknown as go.CallExpr;
        const callee = declaredFunction(program, typing, call);
        if (!callee) return;
        call.args.forEach((arg, i) => {
          const param = paramsOf(callee)[i];
          const source = bindings.variable(arg.kind === 'SliceExpr' ? arg.x : arg);
          if (param && source && elements.has(param)) elements.add(source);
        });
      });
    }
  }

  function ownsList(variable: Variable): boolean {
    const known = owns.get(variable);
    if (known !== undefined) return known;
    const result =
      variable.kind !== 'param' &&
      variable.kind !== 'receiver' &&
      variable.definitions.every(isFresh) &&
      !isShared(variable);
    owns.set(variable, result);
    return result;

    function isFresh({ value, how, index }: Variable['definitions'][number]): boolean {
      if (how === 'range-value' || how === 'range-key' || how === 'type-switch') return false;
      if (!value || index !== undefined) return true;
      if (value.kind === 'CallExpr' || value.kind === 'CompositeLit') return true;
      if (value.kind === 'Ident') return value.name === 'nil';
      return value.kind === 'SliceExpr';
    }
  }

  /** The list is stored somewhere else and grows afterwards. */
  function isShared(variable: Variable): boolean {
    const grows = variable.definitions.filter(
      ({ value }) => value?.kind === 'CallExpr' && value.fun.kind === 'Ident' && value.fun.name === 'append',
    );
    return variable.uses.some(use => {
      if (!isStored(use)) return false;
      if (grows.some(({ ident }) => ident.start > use.start)) return true;
      for (let loop = bindings.loopOf(use); loop && loop !== variable.loop; loop = bindings.loopOf(loop)) {
        const { start, end } = loop;
        if (grows.some(({ ident }) => start <= ident.start && ident.start < end)) return true;
      }
      return false;
    });
  }

  function isStored(use: go.Ident): boolean {
    const parent = bindings.parent(use);
    switch (parent?.kind) {
      case 'AssignStmt':
        return (parent['rhs'] as unknown[]).includes(use);
      case 'ValueSpec':
        return (parent['values'] as unknown[]).includes(use);
      case 'KeyValueExpr':
        return parent['value'] === use;
      case 'CompositeLit':
        return true;
      case 'SendStmt':
        return parent['value'] === use;
      case 'CallExpr': {
        const call = parent as unknown as go.CallExpr;
        return call.fun.kind === 'Ident' && call.fun.name === 'append' && call.args.indexOf(use) > 0 && !call.ellipsis;
      }
      default:
        return false;
    }
  }

  return {
    changesInPlace: variable => changed.has(variable),
    typeChanges(type) {
      const name = structName(type);
      return name !== undefined && changedTypes.has(name);
    },
    addressTaken: variable => addressed.has(variable),
    fieldGrows: (type, field) => growing.has(`${type}.${field}`),
    ownsList,
    isReassigned: variable =>
      variable.definitions.filter(one => one.how !== 'declare').length + (variable.kind === 'param' ? 1 : 0) >
        (variable.kind === 'param' ? 1 : 0) || variable.definitions.length > 1,
    isCaptured: variable => variable.uses.some(use => bindings.functionOf(use) !== variable.owner),
    changesElements(node, param) {
      const variable = paramsOf(node)[param];
      return variable !== undefined && elements.has(variable);
    },
    elementsChange: variable => elements.has(variable),
    changesBytes,
    isUsed: variable => variable.uses.some(use => isRead(variable, use)),
    isReadAfter(variable, at) {
      return variable.uses.some(use => {
        if (!isRead(variable, use)) return false;
        if (use.start >= at.end) return true;
        for (let loop = bindings.loopOf(at); loop && loop !== variable.loop; loop = bindings.loopOf(loop)) {
          if (loop.start <= use.start && use.start < loop.end && !(at.start <= use.start && use.end <= at.end))
            return true;
        }
        return false;
      });
    },
  };
}

/** A new object that nobody else holds yet. */
const isMade = ({ value }: Definition): boolean => value?.kind === 'CallExpr' || value?.kind === 'CompositeLit';

/** A use that reads the variable, not one that only gives it a value. */
function isRead(variable: Variable, use: go.Ident): boolean {
  return use !== variable.ident && !variable.definitions.some(one => one.ident === use && one.how !== 'operate');
}

/** The function of this file that a call calls. */
export function declaredFunction(program: Program, typing: Typing, call: go.CallExpr): go.FuncDecl | undefined {
  const fun = call.fun.kind === 'IndexExpr' ? call.fun.x : call.fun;
  if (fun.kind === 'Ident') {
    const variable = program.bindings.variable(fun);
    return !variable || variable.kind === 'func' ? program.functions.get(fun.name) : undefined;
  }
  if (fun.kind === 'SelectorExpr' && fun.sel.kind === 'Ident' && typing.packageOf(fun.x) === undefined) {
    return typing.method(typing.of(fun.x), fun.sel.name)?.node;
  }
  return undefined;
}
