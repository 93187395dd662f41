/** The function that is being written: the frame of the contract and what the walk keeps beside it. */
import type { Scope, Symbol } from '../../facts/facts';
import type { Type } from '../../facts/types';
import type * as go from '../../syntax/go/ast';
import { NameTable, avoidGoWords } from '../names';
import type { Locals } from '../passes/declarations';
import type { Frame } from '../translate';
import type { FunctionModel } from './models';
import type { Value } from './value';
import type { View } from './web/views';

/** Writes what happens with an error at a place: a return, `log.Fatal`, a jump to the handler. */
export type Fail = (error: go.Expression, classes?: readonly string[]) => go.Statement[];

/** A `try` around the place that is being written. */
export interface Catcher {
  /** Python classes that are caught there; `builtins.Exception` catches all. */
  catches: string[];
  fail: Fail;
}

/** A `break` or `continue` on its way out; `inSwitch` where it stands in a switch of Go that it leaves too. */
export interface Jump {
  kind: 'break' | 'continue';
  inSwitch: boolean;
}

export interface LoopState {
  /** What `break` has to do beside leaving, for `else` clauses. */
  onBreak?: () => go.Statement[];
  /** Set as soon as a jump needs it, because a switch stands between. */
  label: string | undefined;
  needsLabel: boolean;
  /** A switch: `break` in it leaves the switch alone. */
  isSwitch?: boolean;
  /** What has to run before a jump leaves. */
  onExit?: () => go.Statement[];
  /** A `try` inside of the loop stands between: it decides how a jump leaves it. */
  onJump?: (jump: Jump) => go.Statement[];
}

/** One function that is being written: the frame of the contract and what the walk keeps beside it. */
export interface FunctionState extends Frame {
  parent: FunctionState | undefined;
  /** The scope of the source that it is; undefined for module code. */
  scope: Scope | undefined;
  model: FunctionModel | undefined;
  /** The error that the handler around has taken, for a `raise` alone. */
  handling: go.Expression | undefined;
  locals: Locals;
  names: NameTable;
  /** Names given to symbols that are not this function's own variables: comprehension variables, narrowed values. */
  aliases: Map<Symbol, Value>;
  catchers: Catcher[];
  loops: LoopState[];
  /** What `return` does, where it is not a plain return: inside of a closure that stands for a `try`. */
  onReturn: ((values: go.Expression[]) => go.Statement[]) | undefined;
  /** The result as one type. */
  result: Type;
  /** Where a generator hands its values to. */
  yieldName: string | undefined;
  /** The variable that holds what a constructor makes: a plain `return` gives it. */
  constructs?: string;
  self: { symbol: Symbol | undefined; className: string } | undefined;
  /** The function answers requests: `return` writes the answer. */
  view?: View;
}

/** A frame for something that has no function around it in Python: module code, a selection, a hover. */
export function newFunction(parent: FunctionState | undefined, kind: Frame['kind']): FunctionState {
  return {
    parent,
    scope: undefined,
    model: undefined,
    handling: parent?.handling,
    kind,
    fallible: false,
    results: [],
    result: { kind: 'none' },
    roles: parent?.roles ?? {},
    within: parent?.within ?? [],
    locals: new Map(),
    names: new NameTable(avoidGoWords),
    aliases: new Map(),
    catchers: [],
    loops: [],
    onReturn: undefined,
    yieldName: undefined,
    self: parent?.self,
  };
}
