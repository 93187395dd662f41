/** Names of fields and methods: Go tells `Balance` from `balance`, and Python's habit does not. */
import type { Program, TypeInfo } from './program';
import { embeddedName, fieldName } from './program';

const special: Record<string, string> = { String: '__str__', Error: '__str__' };

/** Gives each method its name in Python, and another one to fields that would be hidden by a method. */
export function nameMembers(program: Program): void {
  const goNames = new Set<string>();
  for (const type of program.types.values()) {
    for (const id of type.methods.keys()) goNames.add(id);
    if (type.spec.type.kind !== 'InterfaceType') continue;
    for (const member of type.spec.type.methods) {
      const [own] = member.kind === 'Field' ? member.names : [];
      if (own?.kind === 'Ident') goNames.add(own.name);
    }
  }
  const taken = new Map<string, string>();
  // What is exported keeps the plain name.
  for (const id of [...goNames].sort()) {
    let own = special[id] ?? fieldName(id);
    while (taken.has(own) && !special[id]) own = `_${own}`;
    taken.set(own, id);
    program.methodNames.set(id, own);
  }
  for (const type of program.types.values()) {
    if (type.form !== 'struct') continue;
    const methods = new Set(
      related(program, type).flatMap(one => [...one.methods.keys()].map(id => program.methodNames.get(id))),
    );
    const fields = new Set<string>();
    for (const field of type.fields) {
      while (methods.has(field.pyName) || fields.has(field.pyName)) field.pyName = `_${field.pyName}`;
      fields.add(field.pyName);
    }
  }
}

/** Types whose fields and methods meet in one class: by embedding, in either direction. */
function related(program: Program, type: TypeInfo): TypeInfo[] {
  const found = new Set<TypeInfo>([type]);
  for (let before = 0; before !== found.size;) {
    before = found.size;
    for (const other of program.types.values()) {
      const inner = other.fields
        .filter(field => field.embedded)
        .flatMap(field => program.types.get(embeddedName(field.type)) ?? []);
      if (found.has(other)) for (const one of inner) found.add(one);
      else if (inner.some(one => found.has(one))) found.add(other);
    }
  }
  return [...found];
}
