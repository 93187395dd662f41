/** Zones of time. Times that Python keeps without a zone are Go's times in UTC; `utcZone` is UTC where it is said. */
import { instance, str, type Type } from '../../../facts/types';
import type { Expression } from '../../../syntax/go/ast';
import { walk } from '../../../syntax/node';
import type * as py from '../../../syntax/python/ast';
import * as g from '../../goNodes';
import { keywordArgument, positional } from '../arguments';
import { coerce } from '../coerce';
import type { Context } from '../context';
import { expression } from '../expressions';
import { value, type Value } from '../value';
import type { Call, LibraryModule, Method } from './table';

const moment: Type = instance('datetime.datetime');
const zone: Type = instance('datetime.tzinfo');
const known = new WeakMap<Context, boolean>();

/** Whether the file speaks of zones at all: without them no time shows one. */
export function usesZones(c: Context): boolean {
  const found = known.get(c);
  if (found !== undefined) return found;
  let uses = false;
  for (const unit of c.input.file.units) {
    walk(unit.node, child => {
      const node = child as unknown as py.Node;
      if (node.kind === 'Str') uses ||= readsZone(c, node);
      if (node.kind === 'Name' || node.kind === 'Attribute') {
        uses ||= /^(datetime\.(timezone|UTC|tzinfo)|zoneinfo\.ZoneInfo)$/.test(c.facts.qualifiedName(node) ?? '');
        uses ||= node.kind === 'Attribute' && node.attr.kind === 'Name' && node.attr.id === 'astimezone';
      }
      return uses ? false : undefined;
    });
  }
  known.set(c, uses);
  return uses;
}

/** `datetime.strptime(text, "… %z")` */
function readsZone(c: Context, node: py.Str): boolean {
  if (!/%:?z/.test(node.value)) return false;
  const parent = c.facts.parentOf(node) as py.Node | undefined;
  return parent?.kind !== 'Call' || c.facts.qualifiedName(parent.func) === 'datetime.datetime.strptime';
}

/** A zone as Go's location; None is no zone. */
export function location(c: Context, node: py.Expression | undefined): Expression {
  if (!node || node.kind === 'None') return g.pkg('time', 'UTC');
  return coerce(c, expression(c, node), zone).node;
}

const newZone: Call = (c, node) => {
  const [offset, name] = positional(node);
  if (!offset) return undefined;
  const span = expression(c, offset).node;
  const label = name ?? keywordArgument(node, 'name');
  if (!label) return value(g.call(c.helper('zoneOf'), span), zone);
  const seconds = g.call('int', g.method(span, 'Seconds'));
  return value(g.pkgCall('time', 'FixedZone', coerce(c, expression(c, label), str).node, seconds), zone);
};

const zoneNamed: Call = (c, node) => {
  const [name] = positional(node);
  if (!name || node.args.length > 1) return undefined;
  const text = coerce(c, expression(c, name), str).node;
  return c.checkedCall(g.call(c.helper('zoneNamed'), text), zone, 'builtins.KeyError');
};

/** `datetime.now(tz)`: without a zone what the clock on the wall shows. */
const now: Call = (c, node) => {
  const tz = positional(node)[0] ?? keywordArgument(node, 'tz');
  if (tz && tz.kind !== 'None') return value(g.method(g.pkgCall('time', 'Now'), 'In', location(c, tz)), moment);
  return value(usesZones(c) ? g.call(c.helper('wallClock')) : g.pkgCall('time', 'Now'), moment);
};

const fromTimestamp: Call = (c, node) => {
  const [stamp, second] = positional(node);
  const tz = second ?? keywordArgument(node, 'tz');
  if (!stamp) return undefined;
  const seconds = coerce(c, expression(c, stamp), { kind: 'float' }).node;
  const made = g.call(c.helper('timeOfStamp'), seconds);
  if (tz && tz.kind !== 'None') return value(g.method(made, 'In', location(c, tz)), moment);
  c.notes.assume('the program runs where the clock shows UTC');
  return value(made, moment);
};

const asTimeZone: Method = (c, of, node) => {
  const tz = positional(node)[0] ?? keywordArgument(node, 'tz');
  return value(g.method(of.node, 'In', tz ? location(c, tz) : g.pkg('time', 'Local')), moment);
};

const utc = (c: Context): Value => value(g.ident(c.helper('utcZone')), zone, true);

export const zones: LibraryModule = {
  constants: {
    'datetime.timezone.utc': utc,
    'datetime.UTC': utc,
  },
  calls: {
    'datetime.timezone': newZone,
    'zoneinfo.ZoneInfo': zoneNamed,
    'datetime.datetime.now': now,
    'datetime.datetime.today': (c, node) => now(c, { ...node, args: [] }),
    'datetime.datetime.utcnow': () => value(g.method(g.pkgCall('time', 'Now'), 'UTC'), moment),
    'datetime.datetime.fromtimestamp': fromTimestamp,
    'datetime.datetime.utcfromtimestamp': fromTimestamp,
  },
  methods: {
    'datetime.datetime.astimezone': asTimeZone,
    'datetime.datetime.utcoffset': (c, of) =>
      value(g.call(c.helper('zoneOffset'), of.node), instance('datetime.timedelta')),
    'datetime.datetime.tzname': (c, of) => value(g.call(c.helper('zoneName'), of.node), str),
  },
  fields: {
    'datetime.datetime.tzinfo': (c, of) => value(g.call(c.helper('zoneOfTime'), of.node), zone),
    'zoneinfo.ZoneInfo.key': (_, of) => value(g.method(of.node, 'String'), str, of.pure),
  },
};
