import assert from 'node:assert/strict';
import { createFacts } from '../../../src/core/facts';
import type { Facts, NeighbourModule, Symbol } from '../../../src/core/facts/facts';
import { showType } from '../../../src/core/facts/show';
import { lowerGo } from '../../../src/core/syntax/go/lower';
import { walk, type NodeBase, type SourceFile } from '../../../src/core/syntax/node';
import type { LanguageId } from '../../../src/core/syntax/parser';
import { lowerPython } from '../../../src/core/syntax/python/lower';
import { parsers } from '../../support/parsers';

export async function lower(language: LanguageId, text: string): Promise<SourceFile<NodeBase>> {
  const tree = await parsers.parse(language, text);
  try {
    return language === 'python' ? lowerPython(tree.cst(), text) : lowerGo(tree.cst(), text);
  } finally {
    tree.dispose();
  }
}

/** Facts of a text, asked by pieces of the text. */
export interface Asked {
  facts: Facts;
  file: SourceFile<NodeBase>;
  /** The node with exactly this text; `nth` counts from 0. */
  node(text: string, nth?: number): NodeBase;
  type(text: string, nth?: number): string;
  name(text: string, nth?: number): string | undefined;
  symbol(text: string, nth?: number): Symbol;
  /** The types of all variables, parameters and functions by their names; the last of each name. */
  types(): Record<string, string>;
}

export async function ask(language: LanguageId, text: string, neighbours: NeighbourModule[] = []): Promise<Asked> {
  const file = await lower(language, text);
  const facts = createFacts({ file, language, neighbours });
  const node = (wanted: string, nth = 0): NodeBase => {
    // Of several nodes over the same text the innermost is meant: the name, not the parameter.
    const found = new Map<number, NodeBase>();
    for (const unit of file.units) {
      walk(unit.node, one => {
        const start = unit.start + one.start;
        if (text.slice(start, unit.start + one.end) === wanted) found.set(start, one);
      });
    }
    const result = [...found].sort(([a], [b]) => a - b)[nth]?.[1];
    assert.ok(result, `no node is ${JSON.stringify(wanted)}`);
    return result;
  };
  return {
    facts,
    file,
    node,
    type: (wanted, nth) => showType(facts.typeOf(node(wanted, nth))),
    name: (wanted, nth) => facts.qualifiedName(node(wanted, nth)),
    symbol(wanted, nth) {
      const symbol = facts.symbolOf(node(wanted, nth));
      assert.ok(symbol, `${wanted} has no symbol`);
      return symbol;
    },
    types() {
      const types: Record<string, string> = {};
      for (const unit of file.units) {
        walk(unit.node, one => {
          const symbol = facts.symbolOf(one);
          if (!symbol || symbol.kind === 'builtin' || symbol.kind === 'label') return;
          types[symbol.name] = showType(facts.typeOf(one));
        });
      }
      return types;
    },
  };
}

/** Asserts the types of some variables: `{ x: 'list[int]' }`. */
export async function assertTypes(language: LanguageId, text: string, expected: Record<string, string>): Promise<void> {
  const types = (await ask(language, text)).types();
  assert.deepEqual(Object.fromEntries(Object.keys(expected).map(name => [name, types[name]])), expected);
}
