/** What a Go file declares, as far as it decides how the Python is written: types, methods, constructors, constants. */
import type * as go from '../../syntax/go/ast';
import { type NodeBase, walk } from '../../syntax/node';
import { NameTable, avoidPythonWords, pythonName } from '../names';
import { type ConstantSpec, type ConstantValue, constantSpecs, evaluate } from './constants';
import { nameMembers } from './members';
import { type Bindings, type FunctionNode, bind } from './symbols';
import { readMembers } from './enums';
import { nameAnonymous, readLocalTypes } from './unnamedTypes';

export interface FieldInfo {
  name: string;
  pyName: string;
  type: go.Expression;
  embedded: boolean;
  tag?: string;
  node: go.Field;
}

export interface TypeInfo {
  name: string;
  pyName: string;
  spec: go.TypeSpec;
  form: 'struct' | 'interface' | 'constraint' | 'enum' | 'scalar' | 'container' | 'func' | 'alias';
  fields: FieldInfo[];
  methods: Map<string, go.FuncDecl>;
  /** It has `Error() string`: its values are exceptions. */
  isError: boolean;
  typeParams: string[];
  /** Constants of this type, where it is an enumeration. */
  members: { spec: ConstantSpec; pyName: string; value: bigint | string }[];
  /** `1 << iota`: a set of flags. */
  flags: boolean;
}

export interface SentinelInfo {
  name: string;
  /** The exception class. */
  className: string;
  message: go.Expression;
}

export interface Program {
  roots: readonly go.TopLevel[];
  bindings: Bindings;
  types: Map<string, TypeInfo>;
  functions: Map<string, go.FuncDecl>;
  constants: Map<string, { spec: ConstantSpec; value: ConstantValue | undefined }>;
  /** Enumeration members by the name of their constant. */
  members: Map<string, { type: TypeInfo; pyName: string }>;
  sentinels: Map<string, SentinelInfo>;
  /** Import paths by local name. */
  imports: Map<string, string>;
  /** Python names of what stands at module level, by Go name. */
  moduleNames: Map<string, string>;
  names: NameTable;
  /** Python names of methods, by their Go names. */
  methodNames: Map<string, string>;
  /** The names given to struct types that have none. */
  anonymous: Map<NodeBase, string>;
  /** Every text in the file is ASCII, so that bytes and characters are counted alike. */
  ascii: boolean;
  /** The file declares `main`: every call of its functions can be seen. */
  whole: boolean;
}

const scalarKinds = /^(u?int(8|16|32|64)?|uintptr|byte|rune|float(32|64)|string|bool|complex(64|128))$/;

/** Reads the declarations. `noEnums` are types whose zero value is no member: they stay numbers. */
export function readProgram(roots: readonly go.TopLevel[], noEnums: ReadonlySet<string> = new Set()): Program {
  const program: Program = {
    roots,
    bindings: bind(roots),
    types: new Map(),
    functions: new Map(),
    constants: new Map(),
    members: new Map(),
    sentinels: new Map(),
    imports: new Map(),
    moduleNames: new Map(),
    names: new NameTable(avoidPythonWords),
    anonymous: new Map(),
    methodNames: new Map(),
    ascii: isAscii(roots),
    whole: roots.some(root => root.kind === 'FuncDecl' && root.name.kind === 'Ident' && root.name.name === 'main'),
  };
  for (const root of roots) {
    if (root.kind === 'GenDecl') readDeclaration(program, root);
    else if (root.kind === 'DeclStmt') readDeclaration(program, root.decl);
    else if (root.kind === 'FuncDecl' && !root.recv && root.name.kind === 'Ident') {
      program.functions.set(root.name.name, root);
    }
  }
  // Who counts runes expects others than ASCII.
  if ([...program.imports.values()].includes('unicode/utf8')) program.ascii = false;
  for (const root of roots) if (root.kind === 'FuncDecl') readLocalTypes(program, root);
  for (const root of roots) nameAnonymous(program, root);
  for (const root of roots) if (root.kind === 'FuncDecl' && root.recv) addMethod(program, root);
  for (const type of program.types.values()) {
    type.isError = isErrorType(program, type);
    if (type.form === 'scalar' && !noEnums.has(type.name)) readMembers(program, type);
  }
  nameEverything(program);
  nameMembers(program);
  return program;
}

/** It has the method `Error` itself, or by what it embeds. */
function isErrorType(program: Program, type: TypeInfo, seen: ReadonlySet<TypeInfo> = new Set()): boolean {
  if (type.methods.has('Error')) return true;
  return (
    !seen.has(type) &&
    type.fields.some(field => {
      if (!field.embedded) return false;
      const inner = program.types.get(field.name);
      return inner
        ? isErrorType(program, inner, new Set([...seen, type]))
        : field.type.kind === 'Ident' && field.name === 'error';
    })
  );
}

function isAscii(roots: readonly go.TopLevel[]): boolean {
  let ascii = true;
  for (const root of roots) {
    walk(root, node => {
      if (node.kind === 'StringLit' && !/^[\x00-\x7f]*$/.test(String(node['value']))) ascii = false;
      if (node.kind === 'CharLit' && Number(node['value']) > 127) ascii = false;
    });
  }
  return ascii;
}

function readDeclaration(program: Program, root: go.GenDecl): void {
  if (root.tok === 'const') {
    for (const spec of constantSpecs(root)) {
      const value = evaluate(spec.value, name => program.constants.get(name)?.value, spec.iota);
      program.constants.set(spec.ident.name, { spec, value });
    }
    return;
  }
  for (const spec of root.specs) {
    if (spec.kind === 'ImportSpec') {
      program.imports.set(
        spec.name ??
          spec.path
            .replace(/\/v\d+$/, '')
            .split('/')
            .at(-1)!,
        spec.path,
      );
    } else if (spec.kind === 'TypeSpec' && spec.name.kind === 'Ident') {
      program.types.set(spec.name.name, describe(spec, spec.name.name));
    } else if (spec.kind === 'ValueSpec' && root.tok === 'var') readSentinels(program, spec);
  }
}

function readSentinels(program: Program, spec: go.ValueSpec): void {
  spec.names.forEach((ident, i) => {
    const value = spec.values[i];
    if (ident.kind !== 'Ident' || value?.kind !== 'CallExpr' || value.fun.kind !== 'SelectorExpr') return;
    const { x, sel } = value.fun;
    const callee = x.kind === 'Ident' && sel.kind === 'Ident' ? `${x.name}.${sel.name}` : '';
    const [message] = value.args;
    if ((callee !== 'errors.New' && callee !== 'fmt.Errorf') || !message || value.args.length !== 1) return;
    program.sentinels.set(ident.name, { name: ident.name, className: '', message });
  });
}

/** `ErrNotFound` is the class `NotFoundError`. */
function sentinelClass(name: string): string {
  const core = name.replace(/^[eE]rr(or)?(?=[A-Z_])/, '').replace(/(Err|Error)$/, '');
  return `${pythonName(core || name, 'type')}Error`;
}

export function describe(spec: go.TypeSpec, name: string): TypeInfo {
  const info: TypeInfo = {
    name,
    pyName: pythonName(name, 'type'),
    spec,
    form: formOf(spec),
    fields: [],
    methods: new Map(),
    isError: false,
    typeParams: spec.typeParams.flatMap(field =>
      field.kind === 'Field' ? field.names.flatMap(ident => (ident.kind === 'Ident' ? [ident.name] : [])) : [],
    ),
    members: [],
    flags: false,
  };
  if (spec.type.kind === 'StructType') info.fields = spec.type.fields.flatMap(fieldInfos);
  return info;
}

function fieldInfos(field: go.Field | go.Meta): FieldInfo[] {
  if (field.kind !== 'Field') return [];
  const tag = field.tag === undefined ? {} : { tag: field.tag };
  if (field.names.length === 0) {
    const name = embeddedName(field.type);
    return [{ name, pyName: fieldName(name), type: field.type, embedded: true, node: field, ...tag }];
  }
  return field.names.flatMap(ident =>
    ident.kind === 'Ident'
      ? [{ name: ident.name, pyName: fieldName(ident.name), type: field.type, embedded: false, node: field, ...tag }]
      : [],
  );
}

/** A field never hides a built-in, so keywords alone are avoided. */
export function fieldName(name: string): string {
  const wanted = pythonName(name, 'field');
  // `l`, `O` and `I` look like digits, which linters refuse.
  return /^([lOI]|False|None|True|and|as|assert|async|await|break|class|continue|def|del|elif|else|except|finally|for|from|global|if|import|in|is|lambda|nonlocal|not|or|pass|raise|return|try|while|with|yield)$/.test(
    wanted,
  )
    ? `${wanted}_`
    : wanted;
}

/** The name by which an embedded type is a field: `Animal` for `*zoo.Animal`. */
export function embeddedName(type: go.Expression): string {
  switch (type.kind) {
    case 'Ident':
      return type.name;
    case 'StarExpr':
      return embeddedName(type.x);
    case 'IndexExpr':
      return embeddedName(type.x);
    case 'SelectorExpr':
      return type.sel.kind === 'Ident' ? type.sel.name : '_';
    default:
      return '_';
  }
}

function formOf(spec: go.TypeSpec): TypeInfo['form'] {
  if (spec.alias) return 'alias';
  switch (spec.type.kind) {
    case 'StructType':
      return 'struct';
    case 'InterfaceType':
      return spec.type.methods.some(method => method.kind === 'Field' && isUnionElement(method))
        ? 'constraint'
        : 'interface';
    case 'ArrayType':
    case 'MapType':
    case 'ChanType':
      return 'container';
    case 'FuncType':
      return 'func';
    case 'Ident':
      return scalarKinds.test(spec.type.name) ? 'scalar' : 'alias';
    default:
      return 'alias';
  }
}

function isUnionElement(method: go.Field): boolean {
  if (method.names.length > 0) return false;
  const { type } = method;
  if (type.kind === 'BinaryExpr' || type.kind === 'UnaryExpr') return true;
  return type.kind === 'Ident' && (scalarKinds.test(type.name) || type.name === 'comparable');
}

function addMethod(program: Program, node: go.FuncDecl): void {
  const type = node.recv && program.types.get(embeddedName(node.recv.type));
  if (type && node.name.kind === 'Ident') type.methods.set(node.name.name, node);
}

/** The receiver's type and whether it is a pointer. */
export function receiverOf(node: FunctionNode): { name: string; pointer: boolean } | undefined {
  if (node.kind !== 'FuncDecl' || !node.recv) return undefined;
  return { name: embeddedName(node.recv.type), pointer: node.recv.type.kind === 'StarExpr' };
}

/** Types first, then functions, variables and constants: what is declared at module level keeps its own name. */
function nameEverything(program: Program): void {
  const { names, moduleNames } = program;
  const give = (goName: string, wanted: string): string => {
    const name = names.of(goName, /^[lOI]$/.test(wanted) ? `${wanted}_` : wanted);
    moduleNames.set(goName, name);
    return name;
  };
  for (const type of program.types.values()) type.pyName = give(type.name, type.pyName);
  for (const sentinel of program.sentinels.values()) {
    sentinel.className = give(sentinel.name, sentinelClass(sentinel.name));
  }
  for (const name of program.functions.keys()) if (name !== 'init') give(name, pythonName(name, 'function'));
  for (const [name, variable] of program.bindings.packageLevel) {
    if (moduleNames.has(name) || name === '_' || program.members.has(name)) continue;
    if (variable.kind === 'const') give(name, pythonName(name, 'constant'));
    else if (variable.kind === 'global') give(name, pythonName(name, 'variable'));
  }
}
