/** What a trial run saw. */
import type { NodeBase } from '../../../syntax/node';
import { addTo, isLarge, type Shape } from './shapes';
import { isObject, type Value } from './values';

export class Sightings {
  /** Operators and calls that gave a whole number of more than 64 bits. */
  readonly large = new Set<NodeBase>();
  /** Powers of whole numbers that gave a float, for the exponent was negative. */
  readonly fractionalPowers = new Set<NodeBase>();
  /** What became text, by the expression, or by class and field where Python writes the text of a dataclass. */
  private readonly shown = new Map<NodeBase | string, Shape>();
  /** What names, results and fields held, by their symbol, function, or class and name. */
  private readonly held = new Map<unknown, { isLarge: boolean; containers: Set<object> }>();
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
    const isBig = typeof value === 'bigint' && isLarge(value);
    const isContainer = isObject(value) && /^(list|tuple|dict|set)$/.test(value.kind);
    if (!isBig && !isContainer) return;
    let entry = this.held.get(holder);
    if (!entry) this.held.set(holder, (entry = { isLarge: false, containers: new Set() }));
    if (isBig) entry.isLarge = true;
    else if (entry.containers.size < 8) entry.containers.add(value as object);
  }

  shapeShown(node: NodeBase | string): Shape | undefined {
    return this.shown.get(node);
  }

  shapeHeld(holder: unknown): Shape | undefined {
    const entry = this.held.get(holder);
    if (!entry) return undefined;
    const shape: Shape = { numbers: entry.isLarge ? 2 : 0 };
    for (const container of entry.containers) addTo(shape, container as Value);
    return shape;
  }
}
