/** Parameters and type parameters. */
import type { Meta, Param, TypeParam } from '../ast';
import { metaText, printExpression } from './expressions';
import { level } from './precedence';
import type { Printer } from './printer';

export function printParam(p: Printer, node: Param): void {
  p.record(node, () => {
    if (node.kind === 'Meta') return p.write(metaText(node));
    if (node.form === 'slash') return p.write('/');
    if (node.form !== 'plain') p.write(node.form === 'star' ? '*' : '**');
    if (node.name) printExpression(p, node.name, level.primary);
    if (node.annotation) {
      p.write(': ');
      printExpression(p, node.annotation, level.test);
    }
    if (!node.default) return;
    p.write(node.annotation ? ' = ' : '=');
    printExpression(p, node.default, level.test);
  });
}

/** `[T, *Ts]`, or nothing. */
export function printTypeParams(p: Printer, list: readonly (TypeParam | Meta)[]): void {
  if (list.length === 0) return;
  p.write('[');
  list.forEach((node, i) => {
    if (i > 0) p.write(', ');
    printTypeParam(p, node);
  });
  p.write(']');
}

export function printTypeParam(p: Printer, node: TypeParam | Meta): void {
  p.record(node, () => {
    if (node.kind === 'Meta') return p.write(metaText(node));
    if (node.form !== 'plain') p.write(node.form === 'star' ? '*' : '**');
    printExpression(p, node.name, level.primary);
    if (node.bound) {
      p.write(': ');
      printExpression(p, node.bound, level.test);
    }
    if (!node.default) return;
    p.write(' = ');
    printExpression(p, node.default, level.test);
  });
}
