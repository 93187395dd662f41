import assert from 'node:assert/strict';
import { correspondences, followLayout, Origins } from '../../../src/core/translate/correspond';

function moved(before: string, after: string, part: string): string | undefined {
  const start = before.indexOf(part);
  const range = followLayout(before, after)({ start, end: start + part.length });
  return range && after.slice(range.start, range.end);
}

describe('correspondence through the layout', () => {
  it('follows tokens that the formatter only moves', () => {
    assert.equal(moved('x:=f(a,b)', 'x := f(a, b)', 'f(a,b)'), 'f(a, b)');
  });

  it('follows over what the formatter adds and drops', () => {
    assert.equal(moved('f(a,b)', 'f(\n    a,\n    b,\n)', 'f(a,b)'), 'f(\n    a,\n    b,\n)');
    assert.equal(moved("print('a');x", 'print("a")\nx', "'a'"), '"a"');
  });

  it('gives nothing for a range of which nothing was kept', () => {
    assert.equal(moved('a ; b', 'a\nb', ';'), undefined);
  });

  it('pairs the ranges of nodes with an origin, in the order of the source', () => {
    const origins = new Origins();
    const [second, first] = [
      { kind: 'Ident', start: -1, end: -1 },
      { kind: 'Ident', start: -1, end: -1 },
    ];
    origins.mark(second, { start: 10, end: 12 });
    origins.mark(first, { start: 0, end: 3 });
    const spans = [
      { node: second, start: 0, end: 2 },
      { node: first, start: 5, end: 8 },
      { node: { kind: 'Ident', start: -1, end: -1 }, start: 9, end: 10 },
    ];
    assert.deepEqual(
      correspondences(spans, origins, range => ({ start: range.start, end: range.end })),
      [
        { source: { start: 0, end: 3 }, target: { start: 5, end: 8 } },
        { source: { start: 10, end: 12 }, target: { start: 0, end: 2 } },
      ],
    );
  });
});
