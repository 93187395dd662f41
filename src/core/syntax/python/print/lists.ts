/** Items between brackets: on one line, or a line for each where comments ask for it. */
import type { NodeBase } from '../../node';
import type { PartComment } from '../ast';
import { bracketField, commentLines, fitsBehind, looseComments } from './comments';
import type { Printer } from './printer';

/** Whether comments break the brackets of `owner` over lines. */
export function isBroken(p: Printer, owner: NodeBase, items: readonly NodeBase[]): boolean {
  if (p.flat > 0 || !p.commented.has(owner)) return false;
  return endComments(owner).length > 0 || items.some(item => looseComments(p, item).length > 0);
}

function endComments(owner: NodeBase): PartComment[] {
  // The end of a definition is the end of its body.
  if (owner.kind === 'FunctionDef' || owner.kind === 'ClassDef') return [];
  return owner.comments?.filter(comment => comment.place === 'end') ?? [];
}

/** Items with commas between; `comma` adds one after the last on one line too. */
export function printItems<T extends NodeBase>(
  p: Printer,
  owner: NodeBase,
  items: readonly T[],
  print: (item: T) => void,
  comma = false,
): void {
  if (isBroken(p, owner, items)) return printLines(p, owner, items, print);
  for (let i = 0; i < items.length; i++) {
    if (i > 0) p.write(', ');
    print(items[i]!);
  }
  if (comma) p.write(',');
}

function printLines<T extends NodeBase>(
  p: Printer,
  owner: NodeBase,
  items: readonly T[],
  print: (item: T) => void,
): void {
  p.depth++;
  for (const item of items) {
    const own: readonly PartComment[] = item.comments ?? [];
    const behind = own.find(comment => comment.place === 'after' && fitsBehind(comment));
    const below = bracketField(item) ? [] : own.filter(comment => comment.place === 'end');
    for (const comment of looseComments(p, item)) {
      if (comment !== behind && !below.includes(comment)) printLine(p, comment);
    }
    p.breakLine();
    print(item);
    p.write(',');
    if (behind) p.write(`  ${commentLines(behind)[0]}`);
    for (const comment of below) printLine(p, comment);
  }
  for (const comment of endComments(owner)) printLine(p, comment);
  p.depth--;
  p.breakLine();
}

function printLine(p: Printer, comment: PartComment): void {
  for (const line of commentLines(comment)) {
    p.breakLine();
    p.write(line);
  }
}
