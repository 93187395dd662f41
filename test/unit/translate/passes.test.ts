import assert from 'node:assert/strict';
import type * as go from '../../../src/core/syntax/go/ast';
import { walk } from '../../../src/core/syntax/node';
import { lowerGo } from '../../../src/core/syntax/go/lower';
import { printGo } from '../../../src/core/syntax/go/print';
import { declareLocals } from '../../../src/core/translate/passes/declarations';
import { Helpers } from '../../../src/core/translate/passes/helpers';
import { helperTexts } from '../../../src/core/translate/passes/helperTexts';
import { renameHiddenPackages } from '../../../src/core/translate/passes/imports';
import { lowerNumbers } from '../../../src/core/translate/passes/numberedNames';
import { blankUnused } from '../../../src/core/translate/passes/unused';
import { ident, packageIdent, sel } from '../../../src/core/translate/goNodes';
import { usedImports } from '../../../src/core/translate/imports';
import { parsers } from '../../support/parsers';

async function functionOf(body: string): Promise<go.FuncDecl> {
  const text = `package p\n\nfunc f() {\n${body}\n}\n`;
  const tree = await parsers.parse('go', text);
  try {
    return lowerGo(tree.cst(), text).units[1]!.node as go.FuncDecl;
  } finally {
    tree.dispose();
  }
}

function bodyText(func: go.FuncDecl): string {
  return printGo(func.body!.list)
    .text.split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')
    .join('\n');
}

/** The body after the pass, with these variables of type int. */
async function declared(body: string, ...names: string[]): Promise<string> {
  const func = await functionOf(body);
  const locals = new Map(names.map(name => [name, ident('int') as go.Expression]));
  declareLocals(func.body!, {
    of: block => (block === func.body ? locals : undefined),
    needsType: () => false,
    fresh: name => `${name}Next`,
    adopts: () => false,
  });
  return bodyText(func);
}

async function blanked(body: string): Promise<string> {
  const func = await functionOf(body);
  blankUnused(func);
  return bodyText(func);
}

describe('declaration or assignment by scope', () => {
  it('declares at the first value and assigns from then on', async () => {
    assert.equal(await declared('x = 1\nx = 2\nuse(x)', 'x'), 'x := 1\nx = 2\nuse(x)');
  });

  it('declares in the block that holds all of a variable', async () => {
    assert.equal(await declared('if c {\nx = 1\nuse(x)\n}', 'x'), 'if c {\nx := 1\nuse(x)\n}');
  });

  it('hoists a variable that is first assigned in a block and used after it', async () => {
    assert.equal(
      await declared('if c {\nx = 1\n} else {\nx = 2\n}\nuse(x)', 'x'),
      'var x int\nif c {\nx = 1\n} else {\nx = 2\n}\nuse(x)',
    );
  });

  it('keeps a value from one round of a loop to the next', async () => {
    assert.equal(
      await declared('for c {\nif d {\nx = 1\n}\nif e {\nuse(x)\n}\n}', 'x'),
      'var x int\nfor c {\nif d {\nx = 1\n}\nif e {\nuse(x)\n}\n}',
    );
  });

  it('lets each loop have a variable of its own', async () => {
    assert.equal(
      await declared('for i := range a {\nuse(i)\n}\nfor i := range b {\nuse(i)\n}', 'i'),
      'for i := range a {\nuse(i)\n}\nfor i := range b {\nuse(i)\n}',
    );
  });

  it('assigns the variable of a loop that is read after it', async () => {
    assert.equal(
      await declared('for i := range a {\nuse(i)\n}\nuse(i)', 'i'),
      'var i int\nfor i = range a {\nuse(i)\n}\nuse(i)',
    );
  });

  it('declares in the head of an if', async () => {
    assert.equal(await declared('if _, x = f(); x {\nuse(x)\n}', 'x'), 'if _, x := f(); x {\nuse(x)\n}');
  });

  it('hoists what a function captures before it has a value', async () => {
    assert.equal(
      await declared('g := func() { use(x) }\nx = 1\ng()', 'x'),
      'var x int\ng := func() {\nuse(x)\n}\nx = 1\ng()',
    );
  });

  it('declares several values at once and reuses what the block has', async () => {
    assert.equal(await declared('x, err = f()\ny, err = g()', 'x', 'y', 'err'), 'x, err := f()\ny, err := g()');
  });
});

describe('unused variables', () => {
  it('become blanks where what gives them a value still runs', async () => {
    assert.equal(await blanked('x := f()'), '_ = f()');
    assert.equal(await blanked('x, y := f()\nuse(y)'), '_, y := f()\nuse(y)');
  });

  it('leave the head of a loop', async () => {
    assert.equal(await blanked('for i, x := range a {\nuse(i)\n}'), 'for i := range a {\nuse(i)\n}');
    assert.equal(await blanked('for i := range 3 {\nuse()\n}'), 'for range 3 {\nuse()\n}');
  });

  it('turn a declaration that declares nothing any more into an assignment', async () => {
    assert.equal(
      await blanked('a, err := f()\nuse(a, err)\nb, err := g()\nuse(err)'),
      'a, err := f()\nuse(a, err)\n_, err = g()\nuse(err)',
    );
  });

  it('stay where a function reads them', async () => {
    assert.equal(await blanked('x := 1\ng := func() { use(x) }\ng()'), 'x := 1\ng := func() {\nuse(x)\n}\ng()');
  });
});

describe('helpers', () => {
  it('are written once, with what they stand on, and only where the code uses them', () => {
    const helpers = new Helpers(name => name);
    helpers.use('repr');
    helpers.use('repr');
    helpers.use('floorMod');
    const { nodes, imports } = helpers.written([ident('repr')]);
    const names = nodes.map(node => /func (\w+)/.exec(node.text)?.[1]);
    assert.deepEqual(names.sort(), ['boolText', 'floatText', 'quoted', 'repr']);
    assert.ok(imports.includes('reflect'));
  });

  it('keep clear of the names of the user', () => {
    const helpers = new Helpers(name => (name === 'sum' ? 'pythonSum' : name));
    assert.equal(helpers.use('sum'), 'pythonSum');
    assert.match(helpers.written([ident('pythonSum')]).nodes[0]!.text, /func pythonSum\[/);
  });

  it('parse as Go, each', async () => {
    for (const [name, helper] of Object.entries(helperTexts)) {
      const text = `package p\n\n${helper.text}\n`;
      const tree = await parsers.parse('go', text);
      const file = lowerGo(tree.cst(), text);
      tree.dispose();
      assert.ok(!file.units.some(unit => unit.hasError), name);
    }
  });
});

describe('imports', () => {
  it('are found by what the code uses, the standard library first', () => {
    const nodes = [
      sel(packageIdent('example.com/a/b'), 'F'),
      sel(packageIdent('strings'), 'Join'),
      sel(ident('os'), 'x'),
    ];
    assert.deepEqual(usedImports(nodes), [{ path: 'strings' }, { path: 'example.com/a/b' }]);
  });

  it('give way to a variable of the same name', () => {
    const nodes = [sel(packageIdent('time'), 'Now'), ident('time')];
    renameHiddenPackages(nodes);
    assert.deepEqual(usedImports(nodes), [{ path: 'time', name: 'gotime' }]);
    let names: string[] = [];
    for (const node of nodes)
      walk(node, one => void (one.kind === 'Ident' && (names = [...names, String(one['name'])])));
    assert.deepEqual(names, ['gotime', 'Now', 'time']);
  });
});

describe('numbers of names', () => {
  async function lowered(body: string, userText = ''): Promise<string> {
    const func = await functionOf(body);
    lowerNumbers([func], userText);
    return bodyText(func);
  }

  it('go where the scopes are apart', async () => {
    const loops = 'for _, item := range a {\nuse(item)\n}\nfor _, item2 := range b {\nuse(item2)\n}';
    assert.equal(await lowered(loops), loops.replaceAll('item2', 'item'));
  });

  it('stay where both are needed', async () => {
    for (const body of [
      'item := 1\nitem2 := 2\nuse(item, item2)',
      'item := 1\nfor _, item2 := range b {\nuse(item, item2)\n}',
      'item2 := 2\nfor _, item := range b {\nuse(item, item2)\n}',
      'for _, item2 := range b {\nitem(item2)\n}',
      'for _, len2 := range b {\nuse(len2)\n}',
    ]) {
      assert.equal(await lowered(body), body);
    }
  });

  it('take the lowest that is free', async () => {
    assert.equal(await lowered('item := 1\nitem7 := 2\nuse(item, item7)'), 'item := 1\nitem2 := 2\nuse(item, item2)');
  });

  it('keep clear of a function inside, of its parameters and of keys', async () => {
    assert.equal(
      await lowered('a := 1\nsort(func(a2, b2 int) int {\nreturn a2 - b2\n})\nuse(a)'),
      'a := 1\nsort(func(a, b int) int { return a - b })\nuse(a)',
    );
    assert.equal(await lowered('x2 := 1\nuse(T{x2: x2})'), 'x := 1\nuse(T{x2: x})');
  });

  it('stay where the user wrote them', async () => {
    assert.equal(await lowered('point2 := 1\nuse(point2)', 'point_2 = 1'), 'point2 := 1\nuse(point2)');
  });
});
