/** The Go regexp that a call works with: compiled in place, or the variable that holds it. */
import type { Expression } from '../../../../syntax/go/ast';
import { walk, type NodeBase } from '../../../../syntax/node';
import type * as py from '../../../../syntax/python/ast';
import * as g from '../../../goNodes';
import { keywordArgument, positional } from '../../arguments';
import { coerce } from '../../coerce';
import type { Context } from '../../context';
import { expression } from '../../expressions';
import type { Value } from '../../value';
import { anchored, convertPattern } from './pattern';

/** How much of the text has to match. */
export type Anchor = 'none' | 'start' | 'both';

export interface Regexp {
  node: Expression;
  /** The pattern itself says where it has to match. */
  isAnchored: boolean;
  /** Python's text of the pattern, where it is known. */
  source: string | undefined;
}

const flagLetters: Record<string, string> = {
  IGNORECASE: 'i',
  I: 'i',
  MULTILINE: 'm',
  M: 'm',
  DOTALL: 's',
  S: 's',
  VERBOSE: 'x',
  X: 'x',
  ASCII: '',
  A: '',
  UNICODE: '',
  U: '',
};

function flagsOf(c: Context, node: py.Expression | undefined): Set<string> {
  if (!node) return new Set();
  if (node.kind === 'BinOp' && node.op === '|') {
    return new Set([...flagsOf(c, node.left), ...flagsOf(c, node.right)]);
  }
  if (node.kind === 'Int' && node.value === '0') return new Set();
  const name = /^re\.(\w+)$/.exec(c.facts.qualifiedName(node) ?? '')?.[1];
  const letter = name === undefined ? undefined : flagLetters[name];
  if (letter === undefined) return c.gap('these flags of a regular expression have no counterpart here', node);
  return new Set(letter === '' ? [] : [letter]);
}

/** The literal that a pattern is written as, also through a constant. */
function literalText(c: Context, node: py.Expression): string | undefined {
  if (node.kind === 'Str') return node.value;
  const type = c.facts.typeOf(node);
  return type.kind === 'instance' ? type.detail : undefined;
}

/** `regexp.MustCompile` of a pattern of Python's. */
export function compiled(
  c: Context,
  node: py.Expression,
  flags: py.Expression | undefined,
  anchor: Anchor,
): Expression {
  const letters = flagsOf(c, flags);
  const text = literalText(c, node);
  if (text === undefined) {
    if (letters.has('x')) return c.gap('a verbose pattern that is not a literal has no counterpart here', node);
    c.notes.assume('a pattern that is put together while the program runs means the same in Go');
    const prefix = [...letters].join('');
    let given = coerce(c, expression(c, node), { kind: 'str' }).node;
    if (prefix !== '') given = g.binary(g.str(`(?${prefix})`), '+', given);
    if (anchor !== 'none') {
      given = g.binary(g.binary(g.str('^(?:'), '+', given), '+', g.str(anchor === 'both' ? ')$' : ')'));
    }
    return g.pkgCall('regexp', 'MustCompile', given);
  }
  const inline = /^\(\?([imsx]+)\)/.exec(text);
  for (const letter of inline?.[1] ?? '') letters.add(letter);
  const made = convertPattern(inline ? text.slice(inline[0].length) : text, letters);
  if ('refused' in made) return c.gap(made.refused, node);
  for (const what of made.assumes) c.notes.assume(what);
  const pattern = anchor === 'none' ? made.text : anchored(made.text, anchor === 'both');
  const literal = { ...g.str(pattern), ...(!pattern.includes('`') && { style: 'raw' as const }) };
  return g.pkgCall('regexp', 'MustCompile', literal);
}

const methodAnchors: Record<string, Anchor> = { match: 'start', fullmatch: 'both' };

/** The anchor that all uses of a compiled pattern agree on. */
export function anchorOf(c: Context, call: py.Call): Anchor {
  const parent = c.facts.parentOf(call) as py.Node | undefined;
  const target =
    parent?.kind === 'Assign' && parent.targets.length === 1
      ? parent.targets[0]
      : parent?.kind === 'AnnAssign'
        ? parent.target
        : undefined;
  const symbol = target?.kind === 'Name' ? c.facts.symbolOf(target) : undefined;
  if (!symbol || symbol.reassigned) return 'none';
  const anchors = symbol.uses
    .filter(use => use !== target)
    .map(use => {
      const member = c.facts.parentOf(use) as py.Node | undefined;
      const isCalled = member?.kind === 'Attribute' && c.facts.parentOf(member)?.kind === 'Call';
      if (!isCalled || member.attr.kind !== 'Name') return 'none';
      const user = c.facts.parentOf(member) as py.Call;
      return user.args.length > 1 ? 'none' : (methodAnchors[member.attr.id] ?? 'none');
    });
  const [first] = anchors;
  return first !== undefined && anchors.every(one => one === first) ? first : 'none';
}

/** The regexp of `re.search(pattern, …)` or `pattern.search(…)`, and the arguments that follow it. */
export function regexpOf(
  c: Context,
  node: py.Call,
  of: Value | undefined,
  anchor: Anchor,
  flagsAt: number,
): { regexp: Regexp; args: py.Expression[] } {
  const args = positional(node);
  if (of) {
    const receiver = node.func.kind === 'Attribute' ? node.func.value : node.func;
    const type = c.facts.typeOf(receiver);
    const source = type.kind === 'instance' ? type.detail : undefined;
    const isAnchored = anchor !== 'none' && declaredAnchor(c, receiver) === anchor;
    return { regexp: { node: of.node, isAnchored, source: source === '' ? undefined : source }, args };
  }
  const [pattern, ...rest] = args;
  if (!pattern) return c.gap('this call has no counterpart here', node);
  const flags = keywordArgument(node, 'flags') ?? args[flagsAt];
  const given = c.typeOf(pattern);
  if (given.kind === 'instance' && given.name === 're.Pattern') {
    return { regexp: { node: expression(c, pattern).node, isAnchored: false, source: undefined }, args: rest };
  }
  const source = literalText(c, pattern);
  return { regexp: { node: compiled(c, pattern, flags, anchor), isAnchored: anchor !== 'none', source }, args: rest };
}

function declaredAnchor(c: Context, node: py.Expression): Anchor {
  const symbol = node.kind === 'Name' ? c.facts.symbolOf(node) : undefined;
  const declared = symbol?.declaration as py.Node | undefined;
  const made = declared?.kind === 'Assign' || declared?.kind === 'AnnAssign' ? declared.value : undefined;
  return made?.kind === 'Call' && c.facts.qualifiedName(made.func) === 're.compile' ? anchorOf(c, made) : 'none';
}

const placeMembers = /^(start|end|span|lastgroup|lastindex|string|re)$/;
const keptPlaces = new WeakMap<Context, boolean>();

/** Whether the file asks a match for more than the texts of its groups. */
export function keepsPlaces(c: Context): boolean {
  const known = keptPlaces.get(c);
  if (known !== undefined) return known;
  let found = false;
  const look = (child: NodeBase): void => {
    const node = child as unknown as py.Node;
    if (node.kind === 'Call' && node.func.kind === 'Attribute' && node.args.length > 1) {
      found ||= /^re\.Pattern\.(match|search|fullmatch)$/.test(c.facts.qualifiedName(node.func) ?? '');
    }
    if (node.kind !== 'Attribute' || node.attr.kind !== 'Name' || !placeMembers.test(node.attr.id)) return;
    const type = c.typeOf(node.value);
    const of = type.kind === 'optional' ? type.of : type;
    found ||= of.kind === 'instance' && of.name === 're.Match';
  };
  for (const unit of c.input.file.units) walk(unit.node, look);
  keptPlaces.set(c, found);
  return found;
}
