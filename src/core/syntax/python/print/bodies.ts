/** The bodies of compound statements, with the comments of each part. */
import type { Body, ExceptHandler, MatchCase, PartComment, Statement } from '../ast';
import { fitsBehind, ownComments } from './comments';
import type { Printer } from './printer';
import { printStatement, writeBehind, writeComments } from './statements';

type Part = NonNullable<PartComment['part']>;
type Bodied = Statement | MatchCase | ExceptHandler;

/** The statements of a body and the comments at its end; `isLast` takes those that name no part. */
export function printBody(p: Printer, owner: Bodied, body: Body, part: Part, isLast: boolean): void {
  p.depth++;
  for (const statement of body) printStatement(p, statement);
  if (body.length === 0) {
    p.indent();
    p.write('pass\n');
  }
  writeComments(p, commentsOf(owner, 'end', part, isLast));
  p.depth--;
}

/** A part with a line of its own that begins it (`else:`); nothing where it has no statements. */
export function printPart(p: Printer, owner: Bodied, body: Body, part: Part, isLast: boolean): void {
  if (body.length === 0) return writeComments(p, strayComments(owner, part));
  writeComments(p, commentsOf(owner, 'before', part));
  p.indent();
  p.write(part === 'orelse' ? 'else:' : 'finally:');
  writeAfter(p, owner, part);
  printBody(p, owner, body, part, isLast);
}

function writeAfter(p: Printer, owner: Bodied, part: Part): void {
  const after = commentsOf(owner, 'after', part);
  const behind = after.find(fitsBehind);
  writeBehind(p, behind);
  p.write('\n');
  p.depth++;
  writeComments(
    p,
    after.filter(comment => comment !== behind),
  );
  p.depth--;
}

export function commentsOf(owner: Bodied, place: PartComment['place'], part: Part, orNone = false): PartComment[] {
  return ownComments(owner).filter(
    comment => comment.place === place && (comment.part === part || (orNone && !comment.part)),
  );
}

/** Comments of a part that is gone must not go with it. */
export function strayComments(owner: Bodied, part: Part): PartComment[] {
  return ownComments(owner).filter(comment => comment.part === part);
}
