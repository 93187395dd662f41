/** Simple statements, and the lines around every statement: blank ones and comments. */
import type { Alias, Expression, ImportFrom, PartComment, Statement } from '../ast';
import { commentLines, fitsBehind, hasBodies, headerComments, ownComments } from './comments';
import { printCompound } from './compound';
import { metaText, printExpression, printJoined, printOpenTuple, printTarget } from './expressions';
import { isBroken, printItems } from './lists';
import { level } from './precedence';
import { printTypeParams } from './parameters';
import type { Printer } from './printer';

/** One statement with its comments; ends with a line break. */
export function printStatement(p: Printer, node: Statement): void {
  if (node.blank && !p.isEmpty) p.write('\n');
  const own = ownComments(node);
  const compound = hasBodies(node);
  const after = own.filter(comment => comment.place === 'after' && comment.part === undefined);
  const behind = after.find(fitsBehind);
  writeComments(
    p,
    own.filter(comment => comment.place === 'before' && comment.part === undefined),
  );
  writeComments(
    p,
    after.filter(comment => comment !== behind),
  );
  if (compound) return printCompound(p, node, behind);
  writeComments(p, headerComments(p, node));
  p.indent();
  p.record(node, () => printSimple(p, node));
  writeBehind(p, behind);
  p.write('\n');
  writeComments(
    p,
    own.filter(comment => comment.place === 'end' && !isBracketEnd(node)),
  );
}

/** The `end` of an import list is inside its parentheses. */
function isBracketEnd(node: Statement): boolean {
  return node.kind === 'ImportFrom';
}

export function writeBehind(p: Printer, comment: PartComment | undefined): void {
  if (comment) p.write(`  ${commentLines(comment)[0]}`);
}

/** Comments on lines of their own. */
export function writeComments(p: Printer, comments: readonly PartComment[]): void {
  for (const comment of comments) {
    if (comment.gap && comment.place === 'end') p.write('\n');
    for (const line of commentLines(comment)) {
      p.indent();
      p.write(`${line}\n`);
    }
    if (comment.gap && comment.place === 'before') p.write('\n');
  }
}

function printSimple(p: Printer, node: Statement): void {
  switch (node.kind) {
    case 'Meta':
      return p.write(metaText(node));
    case 'Bad':
      return p.write(node.text);
    case 'Expr':
      return printExpression(p, node.value, node.value.kind === 'NamedExpr' ? level.test : level.any);
    case 'Return':
      p.write('return');
      if (!node.value) return;
      p.write(' ');
      return printOpenTuple(p, node.value);
    case 'Delete':
      p.write('del ');
      return printJoined(p, node.targets, ', ', level.primary);
    case 'Assign': {
      for (const target of node.targets) {
        printTarget(p, target);
        p.write(' = ');
      }
      const unpacks = node.targets.some(target => target.kind === 'Tuple');
      return unpacks ? printOpenTuple(p, node.value, level.any) : printValue(p, node.value);
    }
    case 'AugAssign':
      printExpression(p, node.target, level.primary);
      p.write(` ${node.op}= `);
      return printValue(p, node.value);
    case 'AnnAssign':
      printExpression(p, node.target, level.primary);
      p.write(': ');
      printExpression(p, node.annotation, level.test);
      if (!node.value) return;
      p.write(' = ');
      return printValue(p, node.value);
    case 'TypeAlias':
      p.write('type ');
      printExpression(p, node.name, level.primary);
      printTypeParams(p, node.typeParams);
      p.write(' = ');
      return printExpression(p, node.value, level.test);
    case 'Raise':
      p.write('raise');
      if (!node.exc) return;
      p.write(' ');
      printExpression(p, node.exc, level.test);
      if (!node.cause) return;
      p.write(' from ');
      return printExpression(p, node.cause, level.test);
    case 'Assert':
      p.write('assert ');
      printExpression(p, node.test, level.test);
      if (!node.msg) return;
      p.write(', ');
      return printExpression(p, node.msg, level.test);
    case 'Import':
      p.write('import ');
      return printAliases(p, node.names);
    case 'ImportFrom':
      return printImportFrom(p, node);
    case 'Global':
    case 'Nonlocal':
      p.write(node.kind === 'Global' ? 'global ' : 'nonlocal ');
      return printJoined(p, node.names, ', ', level.primary);
    case 'Pass':
      return p.write('pass');
    case 'Break':
      return p.write('break');
    case 'Continue':
      return p.write('continue');
  }
}

/** A `yield` may stand open to the right of a `=`. */
function printValue(p: Printer, node: Expression): void {
  printExpression(p, node, node.kind === 'NamedExpr' ? level.test : level.any);
}

function printAliases(p: Printer, names: readonly Alias[]): void {
  names.forEach((name, i) => {
    if (i > 0) p.write(', ');
    printAlias(p, name);
  });
}

export function printAlias(p: Printer, node: Alias): void {
  p.record(node, () => p.write(node.asname === undefined ? node.name : `${node.name} as ${node.asname}`));
}

function printImportFrom(p: Printer, node: ImportFrom): void {
  p.write(`from ${'.'.repeat(node.level)}${node.module} import `);
  if (!isBroken(p, node, node.names)) return printAliases(p, node.names);
  p.write('(');
  printItems(p, node, node.names, name => printAlias(p, name));
  p.write(')');
}
