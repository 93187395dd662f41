/** Classes in tables: `{'circle': Circle}` is a table of functions that make objects. */
import type { Facts } from '../../../facts/facts';
import type * as py from '../../../syntax/python/ast';
import * as n from './nodes';

/** The function that makes an object of a class, with the parameters that have to be given; undefined for others. */
export function makerOf(
  facts: Facts,
  classes: ReadonlyMap<string, py.ClassDef>,
  node: py.Expression,
): py.Lambda | undefined {
  const owner = node.kind === 'Name' && facts.symbolOf(node)?.kind === 'class' ? classes.get(node.id) : undefined;
  if (!owner || node.kind !== 'Name' || !isPlain(facts, classes, owner)) return undefined;
  const names = requiredOf(classes, owner);
  return names && n.lambda(names.map(n.param), n.call(n.name(node.id), names.map(n.name)));
}

/** Enums are called with a value, and exceptions are told apart by their classes. */
function isPlain(facts: Facts, classes: ReadonlyMap<string, py.ClassDef>, owner: py.ClassDef, depth = 0): boolean {
  return owner.bases.every(base => {
    if (base.kind === 'Keyword') return false;
    const written = base.kind === 'Subscript' ? base.value : base;
    const own = written.kind === 'Name' ? classes.get(written.id) : undefined;
    if (own) return own !== owner && depth < 20 && isPlain(facts, classes, own, depth + 1);
    return /^(abc\.ABC|typing\.(Generic|Protocol|NamedTuple)|builtins\.object)$/.test(
      facts.qualifiedName(written) ?? '',
    );
  });
}

function requiredOf(classes: ReadonlyMap<string, py.ClassDef>, owner: py.ClassDef, depth = 0): string[] | undefined {
  const init = owner.body.find(
    (one): one is py.FunctionDef => one.kind === 'FunctionDef' && n.idOf(one.name) === '__init__',
  );
  if (init) {
    const params = init.params.slice(1);
    const isSimple = params.every(param => param.kind === 'Param' && (param.form === 'plain' || param.default));
    if (!isSimple) return undefined;
    return params.flatMap(param => (param.kind === 'Param' && !param.default ? [n.idOf(param.name)] : []));
  }
  // A dataclass, and a named tuple, are called with their fields.
  if (owner.body.some(one => one.kind === 'AnnAssign') || owner.decorators.length > 0) {
    const fields = owner.body.flatMap(one => (one.kind === 'AnnAssign' && !one.value ? [one.target] : []));
    return owner.bases.length === 0 ? fields.map(field => (field.kind === 'Name' ? field.id : '')) : undefined;
  }
  const bases = owner.bases.flatMap(base => (base.kind === 'Name' ? (classes.get(base.id) ?? []) : []));
  const [base] = bases;
  if (bases.length > 1 || depth > 20) return undefined;
  return base ? requiredOf(classes, base, depth + 1) : [];
}
