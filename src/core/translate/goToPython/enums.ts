/** Which types are enumerations, and what their members are called. */
import type * as go from '../../syntax/go/ast';
import { type NodeBase, walk } from '../../syntax/node';
import { pythonName } from '../names';
import { type ConstantValue, evaluate } from './constants';
import type { Program, TypeInfo } from './program';

/** A scalar type is an enumeration where a group of constants counts it out and nothing makes other values of it. */
export function readMembers(program: Program, type: TypeInfo): void {
  const found = [...program.constants.values()].filter(
    ({ spec }) =>
      (spec.type?.kind === 'Ident' && spec.type.name === type.name) ||
      (spec.value?.kind === 'CallExpr' && spec.value.fun.kind === 'Ident' && spec.value.fun.name === type.name),
  );
  const named = found.filter(({ spec }) => spec.ident.name !== '_');
  if (named.length < 2) return;
  const values: (ConstantValue | undefined)[] = named.map(one => one.value);
  const [first] = values;
  const alike = typeof first === 'bigint' || typeof first === 'string';
  if (!alike || !values.every(value => typeof value === typeof first) || new Set(values).size !== values.length) return;
  if (makesOtherValues(program, type, new Set(values))) return;
  type.form = 'enum';
  type.flags = named.some(({ spec }) => spec.value?.kind === 'BinaryExpr' && spec.value.op === '<<');
  const prefix = commonPrefix(
    named.map(({ spec }) => spec.ident.name),
    type.name,
  );
  for (const { spec, value } of named) {
    const short = spec.ident.name.slice(prefix.length);
    const pyName = pythonName(/^[A-Z]/.test(short) ? short : spec.ident.name, 'constant');
    type.members.push({ spec, pyName, value: value as bigint | string });
    program.members.set(spec.ident.name, { type, pyName });
  }
}

function commonPrefix(names: string[], type: string): string {
  for (const prefix of [type, type.charAt(0).toLowerCase() + type.slice(1)]) {
    if (names.every(name => name.startsWith(prefix) && /^[A-Z]/.test(name.slice(prefix.length)))) return prefix;
  }
  return '';
}

/** Whether a conversion gives a value that is no member: an IntEnum would refuse it. */
function makesOtherValues(program: Program, type: TypeInfo, members: ReadonlySet<ConstantValue | undefined>): boolean {
  let others = false;
  const isConstant = (node: NodeBase): boolean => program.bindings.parent(node)?.['tok'] === 'const';
  for (const root of program.roots) {
    walk(root, (node, parent) => {
      if (
        node.kind === 'ValueSpec' &&
        (node['type'] as go.Ident | undefined)?.name === type.name &&
        !isConstant(node)
      ) {
        for (const one of node['values'] as go.Expression[]) {
          const value = evaluate(one, name => program.constants.get(name)?.value);
          if (value !== undefined && !members.has(value)) others = true;
        }
      }
      if (node.kind !== 'CallExpr') return;
      const { fun, args } = node as unknown as go.CallExpr;
      if (fun.kind !== 'Ident' || fun.name !== type.name || args.length !== 1) return;
      if (parent?.kind === 'ValueSpec') return;
      const value = evaluate(args[0], name => program.constants.get(name)?.value);
      const isInside = value === undefined ? isCounted(program, args[0]!) : members.has(value);
      if (!isInside) others = true;
    });
  }
  return others;
}

/** A remainder or the counter of a loop is meant to stay within the members; what is read from somewhere is not. */
function isCounted(program: Program, node: go.Expression): boolean {
  if (node.kind === 'BinaryExpr') return node.op === '%';
  if (node.kind === 'CallExpr' && node.args.length === 1 && node.fun.kind === 'Ident')
    return isCounted(program, node.args[0]!);
  const variable = node.kind === 'Ident' ? program.bindings.variable(node) : undefined;
  return (
    variable?.loop !== undefined &&
    variable.definitions.every(one => one.how === 'range-key' || one.value?.kind === 'IntLit' || one.op === '++')
  );
}
