/** Python's `argparse`: a parser that fills a map, which is read with the types that the parsers declare. */
import { any, instance, list, none, str, type Type } from '../../../facts/types';
import { destination } from '../../../facts/python/namespaces';
import type { Expression } from '../../../syntax/go/ast';
import type * as py from '../../../syntax/python/ast';
import * as g from '../../goNodes';
import { keywordArgument, positional } from '../arguments';
import { coerce, fromAny } from '../coerce';
import type { Context } from '../context';
import { expression } from '../expressions';
import { textOf } from '../formatting';
import { applied } from './functions';
import { applyTo } from '../lambdas';
import { sameType, settle } from '../settling';
import { functionNamed } from '../starting';
import { isAny } from '../types';
import { pure, value, type Value } from '../value';
import type { Call, LibraryModule, Method } from './table';

const parser = instance('argparse.ArgumentParser');
const nothing = (): Value => pure(g.nil(), none);
type Field = [name: string, node: Expression];

const texts = (items: readonly string[]): Expression => g.composite(g.sliceType(g.ident('string')), items.map(g.str));

function literal(c: Context, node: py.Call, name: string): string | undefined {
  const given = keywordArgument(node, name);
  if (!given || given.kind === 'None') return undefined;
  return given.kind === 'Str' ? given.value : c.gap(`${name} that is no literal has no counterpart here`, node);
}

/** A text that may be missing. */
function described(c: Context, node: py.Call, name: string): Field[] {
  const given = keywordArgument(node, name);
  if (!given || given.kind === 'None') return [];
  return [[name, textOf(c, expression(c, given))]];
}

const struct = (name: string, fields: readonly Field[]): Expression =>
  g.composite(
    g.ident(name),
    fields.map(([key, node]) => g.keyValue(g.ident(key), node)),
  );

/** The type that the declarations of the file give to a name of the namespace. */
function namespaceType(c: Context, name: string): Type {
  const found = c.facts.typeDeclaration('argparse.Namespace')?.fields.find(field => field.name === name);
  return found ? settle(found.type) : any;
}

const newParser: Call = (c, node) => {
  if (keywordArgument(node, 'parents')) return undefined;
  c.helper('commandParser');
  const [prog] = positional(node);
  const named: Field[] = prog ? [['prog', textOf(c, expression(c, prog))]] : described(c, node, 'prog');
  return value(g.unary('&', struct('commandParser', [...named, ...described(c, node, 'description')])), parser);
};

/** The function that reads one value, and what errors call it. */
function reader(c: Context, node: py.Call): Field[] {
  const given = keywordArgument(node, 'type');
  if (!given || c.facts.qualifiedName(given) === 'builtins.str') return [];
  const name = c.facts.qualifiedName(given);
  if (name === 'builtins.int') return [['read', g.ident(c.helper('readIntArgument'))]];
  if (name === 'builtins.float') return [['read', g.ident(c.helper('readFloatArgument'))]];
  if (name === 'pathlib.Path') return [];
  const own = functionNamed(c, c.model, given);
  if (!own && given.kind !== 'Lambda') return c.gap('this type of an argument has no counterpart here', given);
  if (own && own.params.length !== 1) return c.gap('this type of an argument has no counterpart here', given);
  if (own?.fallible) {
    const text = c.scratch('text');
    const call = g.call(own.goName, g.ident(text));
    const results = [g.ident('any'), g.ident('error')];
    return [['read', g.funcLit([g.field(text, g.ident('string'))], results, [g.ret(call)])]];
  }
  const made = applied(c, ['text'], [str], ([one]) => applyTo(c, given, [one!]));
  if (made.node.kind !== 'FuncLit') return c.gap('this type of an argument has no counterpart here', given);
  const last = made.node.body.list[made.node.body.list.length - 1];
  if (last?.kind === 'ReturnStmt') last.results.push(g.nil());
  made.node.type.results = [g.field('', g.ident('any')), g.field('', g.ident('error'))];
  return [['read', made.node]];
}

/** The value of a keyword as what the namespace holds under the name. */
function held(c: Context, node: py.Expression, type: Type): Expression {
  const of = type.kind === 'optional' ? type.of : type;
  return isAny(of, c) ? expression(c, node).node : coerce(c, expression(c, node, of), of).node;
}

const knownKeywords = /^(action|nargs|const|default|type|choices|required|help|metavar|dest|version)$/;

const addArgument: Method = (c, of, node) => {
  const made = destination(node);
  if (!made) return c.gap('an argument without a literal name has no counterpart here', node);
  for (const arg of node.args) {
    if (arg.kind === 'Keyword' && !(arg.arg?.kind === 'Name' && knownKeywords.test(arg.arg.id)))
      return c.gap('this argument has no counterpart here', node);
  }
  const names = positional(node).map(arg => (arg.kind === 'Str' ? arg.value : ''));
  const type = namespaceType(c, made.dest);
  const fields: Field[] = [
    ['names', texts(names)],
    ['dest', g.str(made.dest)],
  ];
  const action = literal(c, node, 'action');
  if (
    action !== undefined &&
    !['store', 'store_true', 'store_false', 'store_const', 'append', 'count'].includes(action)
  )
    return c.gap(`the action ${action} has no counterpart here`, node);
  if (action !== undefined && action !== 'store') fields.push(['action', g.str(action)]);
  const count = keywordArgument(node, 'nargs');
  if (count?.kind === 'Int') fields.push(['count', g.str(count.value)]);
  else if (count) fields.push(['count', g.str(literal(c, node, 'nargs') ?? '')]);
  fields.push(...reader(c, node));
  const isMany = action === 'append' || (count !== undefined && !(count.kind === 'Str' && count.value === '?'));
  const whole = type.kind === 'optional' ? type.of : type;
  if (isMany && whole.kind === 'list') {
    const items = g.ident('items');
    const call = g.call(g.index(g.ident(c.helper('listOf')), c.goType(whole.elt)), items);
    fields.push([
      'gather',
      g.funcLit([g.field('items', g.sliceType(g.ident('any')))], [g.ident('any')], [g.ret(call)]),
    ]);
  }
  const initial = keywordArgument(node, 'default');
  if (initial && initial.kind !== 'None') fields.push(['initial', held(c, initial, type)]);
  const constant = keywordArgument(node, 'const');
  if (constant) fields.push(['constant', held(c, constant, type)]);
  const choices = keywordArgument(node, 'choices');
  if (choices) {
    const items = coerce(c, expression(c, choices, list(whole)), list(whole));
    fields.push(['choices', isAny(whole, c) ? items.node : g.call(c.helper('listOfAny'), items.node)]);
  }
  const required = keywordArgument(node, 'required');
  if (required) fields.push(['required', expression(c, required).node]);
  fields.push(...described(c, node, 'help'));
  if (keywordArgument(node, 'metavar')?.kind === 'Str') fields.push(...described(c, node, 'metavar'));
  c.emit(g.exprStmt(g.method(of.node, 'add', struct('commandArgument', fields))));
  return nothing();
};

const addParsers: Method = (c, of, node) => {
  const dest = literal(c, node, 'dest');
  const required = keywordArgument(node, 'required');
  if (dest !== undefined) c.emit(g.assign(g.sel(of.node, 'commandDest'), g.str(dest)));
  if (required?.kind === 'Bool' && required.value) c.emit(g.assign(g.sel(of.node, 'needsCommand'), g.bool(true)));
  return { ...of, type: instance('argparse._SubParsersAction') };
};

const addParser: Method = (c, of, node) => {
  const [name] = positional(node);
  if (!name) return undefined;
  const text = coerce(c, expression(c, name), str).node;
  const help = described(c, node, 'help').map(([, one]) => one);
  return value(g.method(of.node, 'addCommand', text, help[0] ?? g.str('')), parser);
};

const setDefaults: Method = (c, of, node) => {
  for (const arg of node.args) {
    if (arg.kind !== 'Keyword' || arg.arg?.kind !== 'Name') return undefined;
    const own = functionNamed(c, c.model, arg.value);
    if (own?.fallible) return c.gap('a command that raises has no counterpart here', arg);
    c.emit(g.exprStmt(g.method(of.node, 'setDefault', g.str(arg.arg.id), expression(c, arg.value).node)));
  }
  return nothing();
};

const parseArgs: Method = (c, of, node) => {
  const given = positional(node)[0] ?? keywordArgument(node, 'args');
  const type = instance('argparse.Namespace');
  if (!given || given.kind === 'None') return value(g.method(of.node, 'parse', g.nil()), type);
  const args = coerce(c, expression(c, given, list(str)), { kind: 'optional', of: list(str) });
  return value(g.method(of.node, 'parse', args.node), type);
};

export const argparse: LibraryModule = {
  calls: {
    'argparse.ArgumentParser': newParser,
    'argparse.ArgumentTypeError': (c, node) => c.model.exceptions.construct(c, 'argparse.ArgumentTypeError', node),
  },
  methods: {
    'argparse.ArgumentParser.add_argument': addArgument,
    'argparse.ArgumentParser.add_argument_group': (_, of) => of,
    'argparse.ArgumentParser.add_mutually_exclusive_group': (c, of) => {
      c.notes.assume('no two options are given of which only one may be');
      return of;
    },
    'argparse.ArgumentParser.add_subparsers': addParsers,
    'argparse._SubParsersAction.add_parser': addParser,
    'argparse.ArgumentParser.set_defaults': setDefaults,
    'argparse.ArgumentParser.parse_args': parseArgs,
    'argparse.ArgumentParser.print_help': (c, of) => {
      c.notes.assume('the text of the help may look otherwise');
      c.emit(g.exprStmt(g.method(of.node, 'printHelp')));
      return nothing();
    },
    'argparse.ArgumentParser.error': (c, of, node) => {
      const [text] = positional(node);
      if (!text) return undefined;
      c.emit(g.exprStmt(g.method(of.node, 'fail', textOf(c, expression(c, text)))));
      return nothing();
    },
  },
};

/** `args.name`: what the namespace has under the name, with its type. */
export function namespaceValue(c: Context, of: Value, name: string, node: py.Attribute): Value {
  const declared = namespaceType(c, name);
  const here = c.typeOf(node);
  // What was asked for None is there.
  const type = declared.kind === 'optional' && sameType(here, declared.of) ? here : declared;
  const found = g.index(of.node, g.str(name));
  return isAny(type, c) ? value(found, any, true) : value(fromAny(c, found, type), type, true);
}
