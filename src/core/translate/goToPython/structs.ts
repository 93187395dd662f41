/** Types as classes: structs, errors, enumerations, interfaces, and named types with methods. */
import * as t from '../../facts/types';
import type * as go from '../../syntax/go/ast';
import type * as py from '../../syntax/python/ast';
import { annotation, mayBeNone, resultAnnotation } from './annotations';
import {
  annAssign,
  assign,
  attribute,
  bool,
  call,
  classDef,
  ellipsis,
  expr,
  functionDef,
  globalStatement,
  keyword,
  method,
  name,
  none,
  param,
  pass,
  returns,
  starParam,
  starred,
  subscript,
  tuple,
} from './build';
import { givenFields } from './composite';
import { literalOf } from './constantDefs';
import { isByteSlice } from './goTypes';
import { gap, inFunction, type Context } from './context';
import { allResults, plainResults } from './exceptions';
import { methodName, valueOf } from './expressions';
import { parameters } from './functionLiterals';
import { hashable } from './indexing';
import { declarationContext, docText, documentation, methodDeclaration } from './functions';
import type { ConstructorInfo } from './classes';
import type { FieldInfo, TypeInfo } from './program';
import { statements } from './statements';
import { coerce, fieldDefault, zero } from './values';

/** The class of a type, or another definition of its name. Methods stand in it. */
export function typeDeclaration(cx: Context, info: TypeInfo, doc: readonly string[]): py.Statement[] {
  const text = docText(doc);
  const head: py.Statement[] = text
    ? [{ kind: 'Expr', value: { kind: 'Str', value: text, style: 'triple', start: -1, end: -1 }, start: -1, end: -1 }]
    : [];
  switch (info.form) {
    case 'struct':
      return [structClass(cx, info, head)];
    case 'enum':
      return [enumClass(cx, info, head)];
    case 'interface':
      return [protocol(cx, info, head)];
    case 'constraint':
      return [];
    case 'scalar':
    case 'container':
      return [namedClass(cx, info, head)];
    case 'func':
      if (info.methods.size > 0) return [functionClass(cx, info, head)];
      return [assign(info.pyName, functionAnnotation(cx, info))];
    default:
      return [assign(info.pyName, annotation(cx, cx.typing.fromSyntax(info.spec.type)))];
  }
}

/** A function type; one that speaks of itself cannot be written out. */
function functionAnnotation(cx: Context, info: TypeInfo): py.Expression {
  const made = annotation(cx, cx.typing.fromSyntax(info.spec.type));
  if (!JSON.stringify(made).includes(`"id":"${info.pyName}"`)) return made;
  return subscript(cx.out.from('collections.abc', 'Callable'), tuple(ellipsis(), cx.out.from('typing', 'Any')));
}

const filled = (body: py.Body): py.Body => (body.length > 0 ? body : [pass()]);

function methodsOf(cx: Context, info: TypeInfo): py.Statement[] {
  return [...info.methods.values()].flatMap(node => {
    // What wraps another error says so by its cause.
    if (info.isError && node.name.kind === 'Ident' && node.name.name === 'Unwrap') return [];
    const unit = cx.units.get(node);
    if (unit !== undefined) cx.unitStart = unit;
    const made = methodDeclaration(cx, node);
    made.blank = true;
    return [cx.origins.mark(made, { start: cx.unitStart + node.start, end: cx.unitStart + node.end })];
  });
}

function genericBase(cx: Context, info: TypeInfo): py.Expression[] {
  if (info.typeParams.length === 0) return [];
  const vars = info.typeParams.map(id => annotation(cx, { kind: 'typevar', name: id }));
  return [subscript(cx.out.from('typing', 'Generic'), vars.length === 1 ? vars[0]! : tuple(...vars))];
}

function structClass(cx: Context, info: TypeInfo, head: py.Statement[]): py.Statement {
  const bases: py.Expression[] = info.fields
    .filter(field => field.embedded && cx.classes.inherits(info.name, field.name))
    .map(field => annotation(cx, cx.typing.fromSyntax(field.type)));
  const inheritsError = info.fields.some(
    field =>
      field.embedded &&
      cx.classes.inherits(info.name, field.name) &&
      cx.typing.info(cx.typing.fromSyntax(field.type))?.isError,
  );
  if (info.isError && !inheritsError) bases.push(name('Exception'));
  const own = info.fields.filter(field => !(field.embedded && cx.classes.inherits(info.name, field.name)));
  const made = cx.classes.constructorOf(info.name);
  if (made) {
    const init = constructor(cx, info, made);
    const blank = head.length > 0 ? { ...init, blank: true as const } : init;
    return classDef(
      info.pyName,
      [...bases, ...genericBase(cx, info)],
      [...head, blank, ...methodsOf(cx, info), ...promoted(cx, info)],
    );
  }
  const inherited = bases.length > (info.isError && !inheritsError ? 1 : 0) || inheritsDefaults(cx, info);
  const from = inherited ? 0 : firstDefault(cx, info, own);
  const fields = own.map((field, i) => {
    const type = cx.typing.fromSyntax(field.type);
    const node = annAssign(
      name(field.pyName),
      annotation(cx, type, true),
      i >= from ? fieldDefault(cx, type) : undefined,
    );
    const comments = field.node.comments?.map(comment => ({ ...comment }));
    return comments && field.node.names.length <= 1 ? { ...node, comments } : node;
  });
  const body = [
    ...head,
    ...fields,
    ...hashOf(cx, info),
    ...methodsOf(cx, info),
    ...causeOf(cx, info),
    ...promoted(cx, info),
  ];
  return classDef(
    info.pyName,
    [...bases, ...genericBase(cx, info)],
    filled(body),
    own.length > 0 || inherited ? [dataclass(cx, info)] : [],
  );
}

function dataclass(cx: Context, info: TypeInfo): py.Expression {
  const decorator = cx.out.from('dataclasses', 'dataclass');
  // Exceptions are told apart by identity, and a class that compares itself has no hash.
  if (info.isError) return call(decorator, keyword('eq', bool(false)));
  if (cx.classes.isKey(info.name)) {
    if (cx.classes.isPointerKey(info.name)) gap('a struct that is a key itself and by its pointers');
    // It has a hash of its own.
    if (holdsArray(cx, info)) return decorator;
    const changes =
      cx.usage.typeChanges(t.instance(`.${info.name}`)) ||
      cx.program.bindings.all.some(
        one => cx.usage.changesInPlace(one) && cx.typing.info(cx.typing.ofVariable(one)) === info,
      );
    return call(decorator, keyword(changes ? 'unsafe_hash' : 'frozen', bool(true)));
  }
  if (!cx.classes.isPointerKey(info.name)) return decorator;
  if (cx.classes.isCompared(info.name)) return gap('a struct that is compared by value while pointers to it are keys');
  return call(decorator, keyword('eq', bool(false)));
}

const holdsArray = (cx: Context, info: TypeInfo): boolean =>
  info.fields.some(field => cx.typing.underlying(cx.typing.fromSyntax(field.type)).kind === 'array');

/** A key with an array in it: lists have no hash. */
function hashOf(cx: Context, info: TypeInfo): py.Statement[] {
  if (info.isError || !cx.classes.isKey(info.name) || !holdsArray(cx, info)) return [];
  const self = name('self');
  const values = info.fields.map(field =>
    hashable(cx, attribute(self, field.pyName), cx.typing.fromSyntax(field.type)),
  );
  const value = call('hash', values.length === 1 ? values[0]! : tuple(...values));
  const made = functionDef('__hash__', [param('self')], name('int'), [{ kind: 'Return', value, start: -1, end: -1 }]);
  made.blank = true;
  return [made];
}

/** Fields that some literal leaves out have their zero value as default, and so have all behind them. */
function firstDefault(cx: Context, info: TypeInfo, own: readonly FieldInfo[]): number {
  if (cx.zeroed.has(info.name)) return 0;
  let first = own.length;
  for (const literal of cx.literalsOf(info.name)) {
    const given = givenFields(literal, info);
    own.forEach((field, i) => {
      if (!given.has(field.name)) first = Math.min(first, i);
    });
  }
  return first;
}

/** A base class with defaults asks for defaults. */
function inheritsDefaults(cx: Context, info: TypeInfo): boolean {
  return [...cx.program.types.values()].some(type =>
    type.fields.some(field => field.embedded && field.name === info.name && cx.classes.inherits(type.name, field.name)),
  );
}

/** `Unwrap` gives the error inside: Python knows it as the cause. */
function causeOf(cx: Context, info: TypeInfo): py.Statement[] {
  if (!info.isError || !info.methods.has('Unwrap')) return [];
  const only = info.methods.get('Unwrap')?.body?.list;
  const given = only?.length === 1 && only[0]?.kind === 'ReturnStmt' ? only[0].results[0] : undefined;
  const wrapped = info.fields.find(
    field =>
      cx.typing.fromSyntax(field.type).kind === 'error' &&
      given?.kind === 'SelectorExpr' &&
      given.sel.kind === 'Ident' &&
      given.sel.name === field.name,
  );
  if (!wrapped) return gap('an error that wraps something else than one of its fields', info.methods.get('Unwrap'));
  const self = name('self');
  return [
    functionDef('__post_init__', [param('self')], none(), [
      assign(attribute(self, '__cause__'), attribute(self, wrapped.pyName)),
    ]),
  ];
}

/** Methods of an embedded struct that is a field: they are called as if they were the outer one's. */
function promoted(cx: Context, info: TypeInfo): py.Statement[] {
  const own = new Set(info.methods.keys());
  return info.fields
    .filter(field => field.embedded && !cx.classes.inherits(info.name, field.name))
    .flatMap(field => {
      const of = cx.typing.fromSyntax(field.type);
      if (of.kind === 'error') return own.has('Error') || own.has('String') ? [] : [stringOf(field, own)];
      const inner = cx.typing.info(of);
      if (inner?.form === 'interface') return forwarded(cx, field, inner, own);
      if (!inner) return [];
      return methodsWithin(cx, inner).flatMap((node): py.Statement[] => {
        if (node.name.kind !== 'Ident' || own.has(node.name.name) || cx.receivers.changes(node)) return [];
        own.add(node.name.name);
        const fn = declarationContext(cx, node);
        return inFunction(cx, fn, () => {
          const params = parameters(cx, node.type);
          const args = params.map(one =>
            one.kind === 'Param' && one.name
              ? one.form === 'star'
                ? { kind: 'Starred' as const, value: one.name, start: -1, end: -1 }
                : one.name
              : none(),
          );
          const id = methodName(cx, (node.name as go.Ident).name);
          const value = method(attribute(name('self'), field.pyName), id, ...args);
          const made = functionDef(id, [param('self'), ...params], resultAnnotation(cx, fn.results, true), [
            fn.results.length > 0 ? { kind: 'Return', value, start: -1, end: -1 } : expr(value),
          ]);
          made.blank = true;
          return [made];
        });
      });
    });
}

/** The methods of a type and of what it embeds in turn. */
function methodsWithin(cx: Context, info: TypeInfo): go.FuncDecl[] {
  const inner = info.fields.flatMap(
    field => (field.embedded && cx.typing.info(cx.typing.fromSyntax(field.type))) || [],
  );
  return [...info.methods.values(), ...inner.flatMap(one => methodsWithin(cx, one))];
}

/** Methods of an embedded interface: whatever value stands there has them. */
function forwarded(cx: Context, field: FieldInfo, inner: TypeInfo, own: Set<string>): py.Statement[] {
  const type = inner.spec.type as go.InterfaceType;
  return type.methods.flatMap((member): py.Statement[] => {
    if (member.kind !== 'Field') return [];
    const [ident] = member.names;
    if (!ident) {
      const below = cx.typing.info(cx.typing.fromSyntax(member.type));
      if (below?.form === 'interface') return forwarded(cx, field, below, own);
      return isStringer(cx, member.type) && !own.has('String') ? [stringOf(field, own)] : [];
    }
    if (ident.kind !== 'Ident' || member.type.kind !== 'FuncType' || own.has(ident.name)) return [];
    own.add(ident.name);
    if (ident.name === 'String' || ident.name === 'Error') return [stringOf(field, own)];
    const signature = cx.typing.functionType(member.type);
    const params = parameters(cx, member.type).map((one, i) =>
      one.kind !== 'Param' || signature.params[i]?.name ? one : { ...one, name: name(`arg${i + 1}`) },
    );
    const args = params.flatMap(one =>
      one.kind !== 'Param' || !one.name ? [] : [one.form === 'star' ? starred(one.name) : one.name],
    );
    const results = cx.errorModes.methodGivesError(ident.name) ? allResults(signature) : plainResults(signature);
    const id = methodName(cx, ident.name);
    const value = method(attribute(name('self'), field.pyName), id, ...args);
    return [
      delegate(id, params, resultAnnotation(cx, results, true), results.length > 0 ? returns(value) : expr(value)),
    ];
  });
}

function delegate(id: string, params: py.Param[], result: py.Expression, only: py.Statement): py.Statement {
  const made = functionDef(id, [param('self'), ...params], result, [only]);
  made.blank = true;
  return made;
}

function stringOf(field: FieldInfo, own: Set<string>): py.Statement {
  own.add('String');
  return delegate('__str__', [], name('str'), returns(call('str', attribute(name('self'), field.pyName))));
}

const isStringer = (cx: Context, type: go.Expression): boolean => {
  const of = cx.typing.fromSyntax(type);
  return of.kind === 'instance' && of.name === 'fmt.Stringer';
};

/** The function `NewX` as `__init__`: its literal gives the fields. */
function constructor(cx: Context, info: TypeInfo, { node, literal, before }: ConstructorInfo): py.Statement {
  const unit = cx.units.get(node);
  if (unit !== undefined) cx.unitStart = unit;
  const fn = declarationContext(cx, node);
  return inFunction(cx, fn, () => {
    const params = [param('self'), ...parameters(cx, node.type)];
    const prepared = statements(cx, before);
    const given = givenFields(literal, info);
    const fields = info.fields.map(field => {
      const type = cx.typing.fromSyntax(field.type);
      const value = given.get(field.name);
      const made = value
        ? valueOf(cx, value, type)
        : coerce(cx, { before: [], value: zero(cx, type), type, pure: true }, type);
      const target = attribute(name('self'), field.pyName);
      const isBlank =
        /^(List|Dict|None)$/.test(made.value.kind) &&
        ('elts' in made.value
          ? made.value.elts.length === 0
          : 'items' in made.value
            ? made.value.items.length === 0
            : true);
      const empty =
        isBlank || (made.value.kind === 'Call' && made.value.func.kind === 'Name' && made.value.func.id === 'set');
      return [
        ...made.before,
        empty || (mayBeNone(cx, type) && isPlainNone(made.value))
          ? annAssign(target, annotation(cx, type, true), made.value)
          : assign(target, made.value),
      ];
    });
    const head: py.Statement[] = [...documentation(node)];
    if (fn.globals.size > 0) head.push(globalStatement([...fn.globals]));
    return functionDef(
      '__init__',
      params,
      none(),
      filled([...head, ...prepared.filter(one => one.kind !== 'Pass'), ...fields.flat()]),
    );
  });
}

const isPlainNone = (value: py.Expression): boolean => value.kind === 'None';

function enumClass(cx: Context, info: TypeInfo, head: py.Statement[]): py.Statement {
  const isText = typeof info.members[0]?.value === 'string';
  const bases = isText
    ? [name('str'), cx.out.from('enum', 'Enum')]
    : [cx.out.from('enum', info.flags ? 'IntFlag' : 'IntEnum')];
  const members = info.members.map(({ spec, pyName, value }) => {
    const node = assign(pyName, literalOf(value));
    return spec.spec.comments ? { ...node, comments: spec.spec.comments } : node;
  });
  return classDef(info.pyName, bases, [...head, ...members, ...methodsOf(cx, info)]);
}

function protocol(cx: Context, info: TypeInfo, head: py.Statement[]): py.Statement {
  const interfaceType = info.spec.type as go.InterfaceType;
  const bases: py.Expression[] = [];
  const body: py.Statement[] = [...head];
  for (const member of interfaceType.methods) {
    if (member.kind !== 'Field') continue;
    const [own] = member.names;
    if (!own) {
      const embedded = cx.typing.info(cx.typing.fromSyntax(member.type));
      if (embedded?.form === 'interface') bases.push(name(embedded.pyName));
      continue;
    }
    if (own.kind !== 'Ident' || member.type.kind !== 'FuncType') continue;
    const type = cx.typing.functionType(member.type);
    const params = [
      param('self'),
      ...parameters(cx, member.type).map((one, i) =>
        one.kind === 'Param' && !type.params[i]?.name ? { ...one, name: name(`arg${i + 1}`) } : one,
      ),
    ];
    const results = cx.errorModes.methodGivesError(own.name) ? allResults(type) : plainResults(type);
    const made = functionDef(methodName(cx, own.name), params, resultAnnotation(cx, results, false), [
      expr(ellipsis()),
    ]);
    const comments = member.comments?.filter(comment => comment.place === 'before');
    const text = comments?.length ? docText(comments.map(comment => comment.text)) : '';
    if (text)
      made.body = [
        { kind: 'Expr', value: { kind: 'Str', value: text, style: 'triple', start: -1, end: -1 }, start: -1, end: -1 },
      ];
    if (body.length > 0) made.blank = true;
    body.push(made);
  }
  return classDef(
    info.pyName,
    [...bases, cx.out.from('typing', 'Protocol'), ...genericBase(cx, info)],
    filled(body.length > 0 ? body : []),
  );
}

/** A function type with methods: an object that holds a function and can be called like it. */
function functionClass(cx: Context, info: TypeInfo, head: py.Statement[]): py.Statement {
  const type = annotation(cx, cx.typing.fromSyntax(info.spec.type));
  const any = cx.out.from('typing', 'Any');
  const self = name('self');
  const init = functionDef('__init__', [param('self'), param('function', type)], none(), [
    assign(attribute(self, 'function'), name('function')),
  ]);
  const args: py.Starred = { kind: 'Starred', value: name('args'), start: -1, end: -1 };
  const value = call(attribute(self, 'function'), args);
  const invoke = functionDef('__call__', [param('self'), starParam('args', any)], any, [
    { kind: 'Return', value, start: -1, end: -1 },
  ]);
  invoke.blank = true;
  return classDef(info.pyName, [], [...head, init, invoke, ...methodsOf(cx, info)]);
}

/** A named type with methods is a class on top of the type below; without methods a name for it. */
/** An array is a list; one of bytes can be changed, as no `bytes` can. */
function arrayBase(cx: Context, elt: t.Type): py.Expression {
  const items = t.list(elt);
  return isByteSlice(items) ? name('bytearray') : annotation(cx, items);
}

function namedClass(cx: Context, info: TypeInfo, head: py.Statement[]): py.Statement {
  const below = cx.typing.fromSyntax(info.spec.type);
  if (info.methods.size === 0) return assign(info.pyName, annotation(cx, below));
  const base = info.isError
    ? [name('Exception')]
    : [below.kind === 'array' ? arrayBase(cx, below.elt) : annotation(cx, below)];
  return classDef(info.pyName, [...base, ...genericBase(cx, info)], filled([...head, ...methodsOf(cx, info)]));
}
