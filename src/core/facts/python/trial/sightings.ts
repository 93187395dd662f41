/** What a trial run saw. */
import type { NodeBase } from '../../../syntax/node';
import { addTo, isLarge, type Shape } from './shapes';
import { isObject, type Value } from './values';

/** Values that one place held: one of each sort, and containers, which may be filled later. */
interface Held {
  isLarge: boolean;
  values: Value[];
  sorts: Set<string>;
  /** How many containers it held in all. */
  containers: number;
  /** Not all of them were kept. */
  isCut: boolean;
}

/** Containers that are kept of one place. */
const maxContainers = 24;

export class Sightings {
  /** Operators and calls that gave a whole number of more than 64 bits. */
  readonly large = new Set<NodeBase>();
  /** Powers of whole numbers that gave a float, for the exponent was negative. */
  readonly fractionalPowers = new Set<NodeBase>();
  /** What became text, by the expression, or by class and field where Python writes the text of a dataclass. */
  private readonly shown = new Map<NodeBase | string, Shape>();
  /** What names, results and fields held, by their symbol, function, or class and name. */
  private readonly held = new Map<unknown, Held>();
  /** What generators gave, by their functions. */
  private readonly given = new Map<unknown, Held>();
  /** Everything that ran was known, and the run came to its end. */
  isComplete = true;

  result(node: NodeBase, value: Value): Value {
    if (typeof value === 'bigint' && isLarge(value)) this.large.add(node);
    return value;
  }

  show(node: NodeBase | string, value: Value): void {
    let shape = this.shown.get(node);
    if (!shape) this.shown.set(node, (shape = { numbers: 0 }));
    addTo(shape, value);
  }

  hold(holder: unknown, value: Value): void {
    keep(this.held, holder, value);
  }

  /** A generator gives a value. */
  give(func: NodeBase, value: Value): void {
    keep(this.given, func, value);
  }

  shapeShown(node: NodeBase | string): Shape | undefined {
    return this.shown.get(node);
  }

  shapeHeld(holder: unknown): Shape | undefined {
    const entry = this.held.get(holder);
    if (!entry) return undefined;
    const shape: Shape = { numbers: entry.isLarge ? 2 : 0 };
    for (const one of entry.values) if (isContainer(one)) addTo(shape, one);
    return shape;
  }

  valuesHeld(holder: unknown): readonly Value[] {
    return this.held.get(holder)?.values ?? [];
  }

  /** Whether nothing that the holder held was left out. */
  sawAll(holder: unknown): boolean {
    const entry = this.held.get(holder);
    return this.isComplete && entry !== undefined && !entry.isCut;
  }

  valuesGiven(func: unknown): readonly Value[] {
    return this.given.get(func)?.values ?? [];
  }
}

const isContainer = (value: Value): boolean => isObject(value) && /^(list|tuple|dict|set|lost)$/.test(value.kind);

function keep(all: Map<unknown, Held>, holder: unknown, value: Value): void {
  let entry = all.get(holder);
  if (!entry) all.set(holder, (entry = { isLarge: false, values: [], sorts: new Set(), containers: 0, isCut: false }));
  if (typeof value === 'bigint' && isLarge(value)) entry.isLarge = true;
  if (isContainer(value)) {
    if (entry.values.includes(value)) return;
    // The first ones, then fewer and fewer: one list out of thousands may be the one that is not empty.
    const count = ++entry.containers;
    const isKept = count <= 12 || (count & (count - 1)) === 0;
    if (isKept && entry.values.length < maxContainers) entry.values.push(value);
    else entry.isCut = true;
    return;
  }
  // Most values are plain, and most have been seen before.
  const sort = isObject(value) ? sortOf(value) : value === null ? 'None' : typeof value;
  if (entry.sorts.has(sort)) return;
  entry.sorts.add(sort);
  entry.values.push(value);
}

function sortOf(value: object & Value): string {
  switch (value.kind) {
    case 'object':
      return `object ${value.of.name}`;
    case 'class':
    case 'library':
      return `${value.kind} ${value.name}`;
    case 'some':
      return `some ${value.type}`;
    default:
      return value.kind;
  }
}
