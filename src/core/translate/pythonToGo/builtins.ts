/** Python's built-in functions. */
import { type Type, any, bool, float, int, isBigInt, str, tupleOf } from '../../facts/types';
import type * as py from '../../syntax/python/ast';
import * as g from '../goNodes';
import { extreme, quantifier, sumCall } from './aggregates';
import { positional } from './arguments';
import { bigCall } from './bigInts';
import { exactAbsolute } from './exactNumbers';
import { finishCall } from './calls';
import { coerce, truth } from './coerce';
import { mixedColumns } from './pairedLoops';
import { collected, dictCall, filterCall, mapCall, setFrom } from './collecting';
import { constantText } from './constantText';
import { type Context } from './context';
import { type Value, pure, value } from './value';
import { formattedAtRunTime } from './dynamicFormats';
import { floatCall, intCall, lengthOf, roundCall } from './conversions';
import { expression, operands } from './expressions';
import { iterCall, nextCall } from './iterators';
import { isInstanceOfFile } from './modelFacts';
import { printCall } from './printing';
import { asShown } from './shownNumbers';
import { reprOf, textOf } from './formatting';
import { arithmetic } from './operators';
import { bytesCall, memoryView } from './library/bytes';
import { list, set } from './shapes';
import { openedFile } from './library/opening';
import { streamUses } from './library/streamUses';
import { sortedCall } from './sorting';
import { isInstance, isSubclassCall } from './typeTests';

type Builtin = (c: Context, node: py.Call, args: py.Expression[], want?: Type) => Value;

export function builtinCall(c: Context, node: py.Call, name: string, want?: Type): Value {
  const known = builtins[name];
  if (!known) {
    if (c.model.exceptions.isException(`builtins.${name}`))
      return c.model.exceptions.construct(c, `builtins.${name}`, node);
    return c.gap(`${name} has no counterpart here`, node);
  }
  return known(c, node, positional(node), want);
}

const builtins: Record<string, Builtin> = {
  print: (c, node) => printCall(c, node),
  len(c, node, args) {
    const of = one(c, node, args);
    return lengthOf(c, of, node);
  },
  str(c, node, args) {
    if (args.length === 0) return pure(g.str(''), str);
    const of = asShown(c, args[0]!, one(c, node, args));
    return value(textOf(c, of), str, of.pure);
  },
  repr: (c, node, args) => value(reprOf(c, asShown(c, node.args[0]!, one(c, node, args))), str),
  ascii: (c, node, args) => {
    const of = one(c, node, args);
    return of.type.kind === 'str' ? value(g.call(c.helper('asciiText'), of.node), str) : value(reprOf(c, of), str);
  },
  int: intCall,
  float: floatCall,
  bool: (c, node, args) => (args.length === 0 ? pure(g.bool(false), bool) : value(truth(c, one(c, node, args)), bool)),
  abs(c, node, args) {
    const of = one(c, node, args);
    const own = isInstanceOfFile(of.type) ? c.model.method(of.type.name.slice(1), '__abs__') : undefined;
    if (own) return finishCall(c, g.method(of.node, own.goName), own.result, own.fallible);
    const exact = exactAbsolute(of);
    if (exact) return exact;
    if (of.type.kind === 'int') {
      return value(g.call('max', of.node, g.unary('-', of.node)), int, of.pure);
    }
    if (of.type.kind === 'instance' && of.type.name === 'datetime.timedelta') {
      return value(g.method(of.node, 'Abs'), of.type, of.pure);
    }
    return value(g.pkgCall('math', 'Abs', coerce(c, of, float).node), float, of.pure);
  },
  round: roundCall,
  min: (c, node, args) => extreme(c, node, args, 'min'),
  max: (c, node, args) => extreme(c, node, args, 'max'),
  sum: sumCall,
  any: (c, _, args) => quantifier(c, args, true),
  all: (c, _, args) => quantifier(c, args, false),
  sorted: (c, node, args) => sortedCall(c, node, args),
  list(c, node, args, want) {
    if (args.length === 0) {
      const type = want?.kind === 'list' ? want : c.typeOf(node);
      const to = type.kind === 'list' ? type : list(any);
      return value(g.composite(c.goType(to), []), to);
    }
    return collected(c, args[0]!, want);
  },
  tuple(c, _, args, want) {
    if (args.length === 0) return pure(g.composite(g.sliceType(g.ident('any')), []), tupleOf(any));
    const type = c.typeOf(args[0]!);
    if (type.kind === 'tuple') return expression(c, args[0]!);
    const made = collected(c, args[0]!, want);
    return made.type.kind === 'list' ? { ...made, type: tupleOf(made.type.elt) } : made;
  },
  set(c, node, args, want) {
    const type = want?.kind === 'set' ? want : c.typeOf(node);
    if (args.length === 0) {
      const to = type.kind === 'set' ? type : set(any);
      return value(g.composite(c.goType(to), []), to);
    }
    return setFrom(c, args[0]!);
  },
  frozenset(c, node, args, want) {
    const type = want?.kind === 'set' ? want : c.typeOf(node);
    return args[0]
      ? setFrom(c, args[0])
      : value(g.composite(c.goType(type.kind === 'set' ? type : set(any)), []), type);
  },
  dict: dictCall,
  range: (c, node) => collected(c, node),
  enumerate: (c, node) => collected(c, node),
  zip: (c, node) => mixedColumns(c, node) ?? collected(c, node),
  reversed: (c, node) => collected(c, node),
  map: (c, node, args) => mixedColumns(c, node) ?? mapCall(c, node, args),
  filter: filterCall,
  ord(c, node, args) {
    const of = one(c, node, args);
    if (of.node.kind === 'StringLit') return pure(g.call('int', g.char(of.node.value.codePointAt(0) ?? 0)), int);
    // The string of one character that a loop made from a rune is that rune.
    if (of.node.kind === 'CallExpr' && of.node.fun.kind === 'Ident' && of.node.fun.name === 'string') {
      return value(g.call('int', of.node.args[0]!), int, of.pure);
    }
    return value(g.call('int', g.index(g.call(g.sliceType(g.ident('rune')), of.node), g.int(0))), int, of.pure);
  },
  chr: (c, node, args) => {
    const of = coerce(c, one(c, node, args), int);
    return value(g.call('string', g.call('rune', of.node)), str, of.pure);
  },
  bytes: (c, node, args) => bytesCall(c, node, args),
  bytearray: (c, node, args) => bytesCall(c, node, args, 'bytearray'),
  memoryview: memoryView,
  hex: (c, node, args) => value(g.pkgCall('fmt', 'Sprintf', g.str('%#x'), wholeArgument(c, node, args)), str),
  oct: (c, node, args) => value(g.pkgCall('fmt', 'Sprintf', g.str('%O'), wholeArgument(c, node, args)), str),
  bin: (c, node, args) => value(g.pkgCall('fmt', 'Sprintf', g.str('%#b'), wholeArgument(c, node, args)), str),
  divmod(c, node, args) {
    const [a, b] = operands(c, args);
    if (!a || !b || !args[0] || !args[1]) return c.gap('divmod takes two numbers', node);
    const [left, right] = [c.temporary(a, 'a'), c.temporary(b, 'b')];
    const quotient = arithmetic(c, { op: '//', left: args[0], right: args[1] }, left, right);
    const remainder = arithmetic(c, { op: '%', left: args[0], right: args[1] }, left, right);
    const type: Type = { kind: 'tuple', elts: [quotient.type, remainder.type] };
    return value(g.composite(c.goType(type), [quotient.node, remainder.node]), type, true);
  },
  pow(c, node, args) {
    const values = operands(c, args);
    const [a, b, m] = values;
    if (!a || !b || !args[0] || !args[1]) return c.gap('pow takes two numbers', node);
    const isLarge = isBigInt(c.typeOf(node)) || values.some(one => isBigInt(one.type));
    if (isLarge) return bigCall(c, 'pow', values) ?? c.gap('pow of these has no counterpart here', node);
    if (m) return value(g.call(c.helper('powMod'), a.node, b.node, m.node), int);
    return arithmetic(c, { op: '**', left: args[0], right: args[1] }, a, b);
  },
  format(c, node, args) {
    const [of, spec] = args;
    if (!of) return c.gap('format of nothing has no counterpart', node);
    const text = constantText(c.facts, spec);
    if (spec && text === undefined && spec.kind !== 'JoinedStr') {
      const from = asShown(c, of, expression(c, of));
      return formattedAtRunTime(c, from, coerce(c, expression(c, spec), str).node);
    }
    const parts =
      spec?.kind === 'JoinedStr' ? spec.values : spec && [{ kind: 'Str' as const, start: -1, end: -1, value: text! }];
    const field: py.JoinedStr = {
      ...{ kind: 'JoinedStr', start: node.start, end: node.end },
      values: [
        {
          ...{ kind: 'FormattedValue', start: node.start, end: node.end, value: of },
          ...(parts && { formatSpec: parts }),
        },
      ],
    };
    return expression(c, field);
  },
  isinstance: isInstance,
  issubclass: isSubclassCall,
  input: inputCall,
  open: (c, node) => openedFile(c, node)!,
  next: nextCall,
  iter: iterCall,
  callable: (c, node) => {
    const [of] = positional(node);
    const type = of && c.typeOf(of);
    if (!of || !type || type.kind === 'any' || type.kind === 'optional' || type.kind === 'instance') {
      return c.gap('whether this can be called is not known before the program runs', node);
    }
    return pure(g.bool(type.kind === 'func' || type.kind === 'class'), bool);
  },
  type: (c, node) => c.gap('the type of a value, as a value, has no counterpart here', node),
  // A mark that is nothing but itself: each one has an address of its own.
  object: () => value(g.call('new', g.ident('byte')), any, false),
  hash: (c, node) => c.gap('hash has no counterpart in Go', node),
  id: (c, node) => c.gap('id has no counterpart in Go', node),
};

/** A whole number of either size: the verbs of fmt take both. */
function wholeArgument(c: Context, node: py.Call, args: readonly py.Expression[]): Value['node'] {
  const of = one(c, node, args);
  return isBigInt(of.type) ? of.node : coerce(c, of, int).node;
}

export function one(c: Context, node: py.Call, args: readonly py.Expression[], want?: Type): Value {
  const [first] = args;
  if (!first || first.kind === 'Starred') return c.gap('this call has no counterpart here', node);
  return expression(c, first, want);
}

function inputCall(c: Context, _: py.Call, args: py.Expression[]): Value {
  const [prompt] = args;
  if (prompt) c.emit(g.exprStmt(g.pkgCall('fmt', 'Print', textOf(c, expression(c, prompt)))));
  const call = g.call(c.helper(streamUses(c).lines ? 'readInput' : 'readLine'));
  return c.checkedCall(call, str, 'builtins.EOFError');
}
