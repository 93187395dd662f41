/** Prints declarations and their specs. */
import type { Declaration, FuncDecl, GenDecl, ImportSpec, TypeSpec, ValueSpec } from '../ast';
import { commentsAt, type Printer } from './printer';
import { metaText, printExpression, printList } from './expressions';
import { printField, printSignature, printTypeParams } from './fields';
import { printBlock } from './statements';
import { quoteString } from './quote';

/** Prints a declaration without its own comments. */
export function printDeclaration(p: Printer, node: Declaration): void {
  switch (node.kind) {
    case 'PackageClause':
      p.out.token('package');
      p.out.space();
      return printExpression(p, node.name);
    case 'FuncDecl':
      return func(p, node);
    case 'GenDecl':
      return printGenDecl(p, node);
    case 'Meta':
      return p.out.token(metaText(node));
    case 'Bad':
      return p.out.foreign(node.text);
  }
}

function func(p: Printer, node: FuncDecl): void {
  const { out } = p;
  const { recv } = node;
  out.token('func');
  out.space();
  if (recv) {
    out.token('(');
    printField(p, recv, 'FuncType');
    if (out.waiting) out.token(',');
    out.token(')');
    out.space();
  }
  printExpression(p, node.name);
  p.inline(node.type, () => printSignature(p, node.type));
  if (!node.body) return;
  out.space();
  printBlock(p, node.body);
}

/** `const x = 1`, or a group where it was one or there is not exactly one spec. */
export function printGenDecl(p: Printer, node: GenDecl): void {
  const { out } = p;
  out.token(node.tok);
  out.space();
  const [only] = node.specs;
  if (only && !node.grouped && node.specs.length === 1) return p.inline(only, () => printSpec(p, only));
  out.token('(');
  if (node.specs.length || commentsAt(node, 'end').length) {
    out.line();
    out.indent();
    node.specs.forEach((spec, i) => p.lines(spec, i === 0, () => printSpec(p, spec)));
    p.endLines(node);
    out.outdent();
  }
  out.token(')');
}

/** Prints one spec without its own comments. */
export function printSpec(p: Printer, node: GenDecl['specs'][number]): void {
  switch (node.kind) {
    case 'ImportSpec':
      return importSpec(p, node);
    case 'ValueSpec':
      return valueSpec(p, node);
    case 'TypeSpec':
      return typeSpec(p, node);
    case 'Meta':
      return p.out.token(metaText(node));
    case 'Bad':
      return p.out.foreign(node.text);
  }
}

function importSpec(p: Printer, node: ImportSpec): void {
  if (node.name !== undefined) {
    p.out.token(node.name);
    p.out.space();
  }
  p.out.token(quoteString({ value: node.path }));
}

function valueSpec(p: Printer, node: ValueSpec): void {
  const { out } = p;
  printList(p, node.names);
  if (node.type) {
    out.space();
    printExpression(p, node.type);
  }
  if (node.values.length === 0) return;
  out.space();
  out.token('=');
  out.space();
  printList(p, node.values);
}

function typeSpec(p: Printer, node: TypeSpec): void {
  const { out } = p;
  printExpression(p, node.name);
  printTypeParams(p, node, node.typeParams);
  out.space();
  if (node.alias) {
    out.token('=');
    out.space();
  }
  printExpression(p, node.type);
}
