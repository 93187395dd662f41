import assert from 'node:assert/strict';
import { brief, file, loadPython, one, print, statements } from './python.support';

const pattern = { pattern: true };
const shape = (text: string): unknown => brief(statements(text, pattern));

/** A field of the only statement. */
function field(text: string, ...path: string[]): unknown {
  let value: unknown = one(text, pattern);
  for (const name of path) value = (value as Record<string, unknown>)[name];
  return brief(value);
}

describe('patterns in Python', () => {
  before(loadPython);

  it('have metavariables only where that is asked for', () => {
    assert.deepEqual(brief(one('µX = 1')), { kind: 'Assign', targets: ['µX'], value: { kind: 'Int', value: '1' } });
  });

  it('bind one node, any number of nodes, or nothing', () => {
    assert.deepEqual(field('f(µX, µµµXS, µ_)', 'value'), { kind: 'Call', func: 'f', args: ['$X', '$$$XS', '$_'] });
  });

  it('have a metavariable for a name wherever a name is declared or selected', () => {
    assert.deepEqual(field('µA.µB', 'value'), { kind: 'Attribute', value: '$A', attr: '$B' });
    assert.equal(field('def µF(): pass', 'name'), '$F');
    assert.equal(field('class µC: pass', 'name'), '$C');
    assert.deepEqual(field('global µG', 'names'), ['$G']);
    assert.deepEqual(field('f(µK=1)', 'value', 'args', '0', 'arg'), '$K');
    assert.deepEqual(field('(µN := 1)', 'value', 'target'), '$N');
    assert.deepEqual(field('try: pass\nexcept E as µN: pass', 'handlers', '0', 'name'), '$N');
  });

  it('have statements that are a metavariable alone', () => {
    assert.deepEqual(shape('µX\nµµµXS'), ['$X', '$$$XS']);
    assert.deepEqual(field('def f():\n    µµµBODY\n    ...', 'body'), [
      '$$$BODY',
      { kind: 'Expr', value: { kind: 'Ellipsis' } },
    ]);
  });

  it('fold what only makes the grammar take a metavariable for any number', () => {
    assert.deepEqual(field('{"a": 1, **µµµX}', 'value', 'items', '1'), '$$$X');
    assert.deepEqual(field('def f(a, µµµX, *, b=µµµY): pass', 'params', '1'), '$$$X');
    assert.deepEqual(field('@µµµX\ndef f(): pass', 'decorators'), ['$$$X']);
    assert.deepEqual(field('class A[µµµX](µµµY): pass', 'typeParams'), ['$$$X']);
    assert.deepEqual(field('with a, µµµX: pass', 'items', '1'), '$$$X');
    assert.deepEqual(field('try: pass\nexcept A: pass\nexcept µµµX: pass', 'handlers', '1'), '$$$X');
    assert.deepEqual(field('match a:\n  case µµµX: pass', 'cases'), ['$$$X']);
    assert.deepEqual(field('[a for b in c if µµµX]', 'value', 'generators', '0', 'ifs'), ['$$$X']);
    assert.deepEqual(field('if a: pass\nelif µµµX: pass', 'orelse'), ['$$$X']);
    assert.deepEqual(field('if a: pass\nelif µµµX: pass\nelse:\n  µµµY', 'orelse'), ['$$$X', '$$$Y']);
  });

  it('do not fold a metavariable for one node, nor a clause that says more', () => {
    const kind = (text: string, ...path: string[]): unknown => field(text, ...path, 'kind');
    assert.equal(kind('{**µX}', 'value', 'items', '0'), 'DictSpread');
    assert.equal(kind('def f(µX): pass', 'params', '0'), 'Param');
    assert.equal(kind('with µX: pass', 'items', '0'), 'WithItem');
    assert.equal(kind('try: pass\nexcept µX: pass', 'handlers', '0'), 'ExceptHandler');
    assert.equal(kind('try: pass\nexcept µµµX as e: pass', 'handlers', '0'), 'ExceptHandler');
    assert.equal(kind('try: pass\nexcept µµµX: return_()', 'handlers', '0'), 'ExceptHandler');
    assert.equal(kind('match a:\n  case µX: pass', 'cases', '0'), 'MatchCase');
    assert.equal(kind('if a: pass\nelif µX: pass', 'orelse', '0'), 'If');
  });

  it('take metavariables in the patterns of a match', () => {
    assert.deepEqual(field('match µX:\n  case [µA, *µB, "k"]: pass', 'cases', '0', 'pattern', 'patterns'), [
      '$A',
      { kind: 'MatchStar', name: '$B' },
      { kind: 'MatchValue', value: { kind: 'Str', value: 'k' } },
    ]);
    assert.deepEqual(field('match µX:\n  case µC(µA, k=µV): pass', 'cases', '0', 'pattern'), {
      kind: 'MatchClass',
      cls: '$C',
      patterns: ['$A'],
      keywords: [{ kind: 'MatchKeyword', name: 'k', pattern: '$V' }],
    });
  });

  it('take metavariables between the braces of an f-string', () => {
    assert.deepEqual(field('f"{µX:>{µW}}"', 'value', 'values'), [
      {
        kind: 'FormattedValue',
        value: '$X',
        formatSpec: [
          { kind: 'Str', value: '>' },
          { kind: 'FormattedValue', value: '$W' },
        ],
      },
    ]);
  });

  it('print as idiom files write them', () => {
    const text = [
      '@$$$DECORATORS',
      'def $F($A, $$$REST, *, k=$K):',
      '    $$$BODY',
      'if $A:',
      '    $B',
      'elif $$$ELIFS:',
      '    pass',
      'else:',
      '    $$$C',
      'x = {"a": $A, $$$PAIRS}',
      '$_',
    ].join('\n');
    const source = text.replaceAll('$', 'µ').replace(', µµµPAIRS', ', **µµµPAIRS');
    assert.equal(print(file(source, pattern)), text);
  });

  it('tell a metavariable in an else from one for elif clauses', () => {
    const text = 'if a:\n    b\nelse:\n    µµµX';
    assert.equal(print(file(text, pattern)), text.replaceAll('µ', '$'));
  });
});
