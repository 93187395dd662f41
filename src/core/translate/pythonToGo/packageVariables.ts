/** Constants and variables of the package. */
import type * as go from '../../syntax/go/ast';
import type * as py from '../../syntax/python/ast';
import * as g from '../goNodes';
import { coerce } from './coerce';
import type { Context } from './context';
import { expression } from './expressions';
import { isPlainLiteral } from './literals';
import { isTypeAlias } from './typeAliases';
import { isConstant, isPackageLevel, variableName, variableType } from './variables';
import { makesApp } from './web/views';

// ---- variables of the package ----

export function packageTarget(c: Context, node: py.Assign | py.AnnAssign): py.Name | undefined {
  const target = node.kind === 'Assign' ? (node.targets.length === 1 ? node.targets[0] : undefined) : node.target;
  if (target?.kind !== 'Name' || !node.value) return undefined;
  const symbol = c.facts.symbolOf(target);
  if (!symbol || symbol.reassigned || !isPackageLevel(c, symbol)) return undefined;
  if (isApp(c, node.value)) return target;
  if (!isPlainLiteral(node.value) && !(c.facts.isPure(node.value) && !c.model.isProgram)) return undefined;
  return target;
}

/** An app needs nothing of the module to be made. */
function isApp(c: Context, node: py.Expression): boolean {
  return node.kind === 'Call' && makesApp(c, node);
}

/** `MAX = 10` and variables that functions use, where their first value is a literal. */
export function packageVariable(c: Context, node: py.Assign | py.AnnAssign): go.GenDecl | undefined {
  const target = packageTarget(c, node);
  const symbol = target && c.facts.symbolOf(target);
  if (!target || !symbol || !node.value) return undefined;
  const source = node.value;
  const type = variableType(c, symbol);
  const name = variableName(c, symbol);
  const { before, result } = c.capture(() => coerce(c, expression(c, source, type), type));
  if (before.length > 0) return undefined;
  const isBasic = ['str', 'int', 'float', 'bool'].includes(type.kind);
  if (isConstant(symbol) && isBasic && isGoConstant(result.node))
    return g.constDecl([g.valueSpec(name, undefined, [result.node])]);
  const isOpen = type.kind === 'any' || type.kind === 'optional';
  return g.varDecl(name, isOpen ? c.goType(type) : undefined, [result.node]);
}

function isGoConstant(node: go.Expression): boolean {
  switch (node.kind) {
    case 'IntLit':
    case 'FloatLit':
    case 'StringLit':
      return true;
    case 'Ident':
      return node.name === 'true' || node.name === 'false';
    case 'UnaryExpr':
      return isGoConstant(node.x);
    case 'BinaryExpr':
      return isGoConstant(node.x) && isGoConstant(node.y);
    default:
      return false;
  }
}

/** Variables of the package that module code gives their value. */
export function packageVariables(c: Context, used: ReadonlySet<string>): go.GenDecl[] {
  const made: go.GenDecl[] = [];
  for (const symbol of c.facts.module.symbols.values()) {
    if (symbol.kind !== 'variable' && symbol.kind !== 'constant') continue;
    if (!isPackageLevel(c, symbol) || !used.has(variableName(c, symbol))) continue;
    const declared = c.input.file.units.some(unit => {
      const node = unit.node as py.Statement;
      return (
        (node.kind === 'Assign' || node.kind === 'AnnAssign') &&
        (isTypeAlias(c, node)
          ? c.facts.symbolOf(node.kind === 'Assign' ? node.targets[0]! : node.target) === symbol
          : packageTarget(c, node) !== undefined && c.facts.symbolOf(packageTarget(c, node)!) === symbol)
      );
    });
    if (!declared) made.push(g.varDecl(variableName(c, symbol), c.goType(variableType(c, symbol))));
  }
  return made;
}
