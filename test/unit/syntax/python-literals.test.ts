import assert from 'node:assert/strict';
import { brief, expression, loadPython, one, print, reprint } from './python.support';

const value = (text: string): unknown => {
  const node = expression(text);
  return 'value' in node ? node.value : node.kind;
};

/** Tests with backslashes are easier to read raw. */
const raw = String.raw;

describe('Python literals', () => {
  before(loadPython);

  describe('numbers', () => {
    it('brings every notation of an int to decimal digits', () => {
      for (const text of ['255', '0xff', '0XFF', '0o377', '0b1111_1111', '2_5_5']) assert.equal(value(text), '255');
      assert.equal(value('000'), '0');
      assert.equal(value('0xffffffffffffffffffff'), '1208925819614629174706175');
    });

    it('remembers the notation as style', () => {
      assert.deepEqual(
        ['0xff', '0o7', '0b1', '10'].map(text => expression(text).style),
        ['hex', 'octal', 'binary', undefined],
      );
      assert.equal(reprint('x = 0xFF + 0o17 + 0b101 + 1_000'), 'x = 0xff + 0o17 + 0b101 + 1000');
    });

    it('writes floats as JavaScript does and prints them as floats', () => {
      assert.deepEqual(['1.50', '1e100', '.5', '1_0.0', '10.'].map(value), ['1.5', '1e+100', '0.5', '10', '10']);
      assert.equal(reprint('(1.50, 1e100, .5, 10., 1e400)'), '(1.5, 1e100, 0.5, 10.0, 1e999)');
    });

    it('keeps imaginary numbers', () => {
      assert.deepEqual(brief(expression('1_0.5J')), { kind: 'Imaginary', value: '10.5' });
      assert.equal(reprint('3 + 0010j'), '3 + 10j');
    });

    it('takes what only Python 2 knew for Bad', () => {
      for (const text of ['0777', '10L', '0xffL']) assert.equal(expression(text).kind, 'Bad', text);
    });

    it('writes a decimal that CPython would refuse in hexadecimal', () => {
      const digits = '1' + '0'.repeat(4300);
      assert.match(print({ kind: 'Int', start: -1, end: -1, value: digits }), /^0x[0-9a-f]+$/);
    });
  });

  describe('strings', () => {
    it('decodes every escape', () => {
      assert.equal(value(raw`'\a\b\f\n\r\t\v\\\'\"'`), '\x07\b\f\n\r\t\v\\\'"');
      assert.equal(value(raw`'\0\12\1234\xe9\u00e9\U0001F600'`), '\0\nS4éé😀');
      assert.equal(value("'a\\\nb'"), 'ab');
      assert.equal(value(raw`'\d\ '`), raw`\d` + raw`\ `);
    });

    it('decodes the escapes of bytes and leaves those of text alone', () => {
      assert.deepEqual(brief(expression(raw`b'\xff\u00e9\N{x}\777'`)), { kind: 'Bytes', value: raw`ÿ\u00e9\N{x}ÿ` });
      assert.equal(expression("b'é'").kind, 'Bad');
    });

    it('leaves raw strings as they are', () => {
      assert.deepEqual(brief(expression(raw`r'\n\\'`)), { kind: 'Str', value: raw`\n\\`, style: 'raw' });
      assert.deepEqual(brief(expression(raw`Rb'\x00'`)), { kind: 'Bytes', value: raw`\x00`, style: 'raw' });
    });

    it('joins neighbours, whatever their quotes and prefixes', () => {
      assert.equal(value(raw`('a' "b" r'\c' u'd' '''e''')`), raw`ab\cde`);
      assert.equal(expression("'a' b'b'").kind, 'Bad');
    });

    it('unifies line breaks, as Python does when it reads a file', () => {
      assert.equal(value("'''a\r\nb'''"), 'a\nb');
    });

    it('refuses what a JavaScript string cannot hold or only a table of names could tell', () => {
      assert.equal(expression(raw`'\N{BULLET}'`).kind, 'Bad');
      assert.equal(expression(raw`'\ud83d\ude00'`).kind, 'Bad');
      assert.equal(expression(raw`'\U00110000'`).kind, 'Bad');
      assert.equal(value(raw`'\ud83d'`), '\ud83d');
      assert.equal(value(raw`'\\ud83d\ude00'`), raw`\ud83d` + '\ude00');
      assert.equal(reprint(raw`x = '\N{BULLET}'`), raw`x = '\N{BULLET}'`);
    });

    it('prints double quotes unless single ones save escapes', () => {
      assert.equal(reprint(raw`['it\'s', 'say "a"', 'it\'s "a"']`), raw`["it's", 'say "a"', 'it\'s "a"']`);
      assert.equal(reprint(raw`'\'"\''`), raw`"'\"'"`);
    });

    it('escapes what cannot be seen and nothing else', () => {
      assert.equal(reprint(raw`'\x00\x1b\x7f\u200b\xa0é😀\udc00'`), raw`"\x00\x1b\x7f\u200b\xa0é😀\udc00"`);
      assert.equal(reprint(raw`b'\x00a\xff"'`), raw`b'\x00a\xff"'`);
    });

    it('prints triple and raw quotes where they are safe', () => {
      assert.equal(reprint(`'''a\n"b"'''`), `"""a\n"b\\""""`);
      assert.equal(reprint(`'''a"""b'''`), `"""a\\"""b"""`);
      assert.equal(reprint(raw`r'\d"'`), raw`r'\d"'`);
      assert.equal(reprint(raw`r'\d"\''`), raw`"\\d\"\\'"`);
    });

    it('does not read a template string as text', () => {
      assert.equal(expression('t"a{b}"').kind, 'Bad');
    });
  });

  describe('f-strings', () => {
    const text = (literal: string): string => reprint(literal);

    it('separates text from values, with conversions and nested specifiers', () => {
      assert.deepEqual(brief(expression(raw`f'a{{\n}}{b!r:>{w}.2f}c'`)), {
        kind: 'JoinedStr',
        values: [
          { kind: 'Str', value: 'a{\n}' },
          {
            kind: 'FormattedValue',
            value: 'b',
            conversion: 'r',
            formatSpec: [
              { kind: 'Str', value: '>' },
              { kind: 'FormattedValue', value: 'w' },
              { kind: 'Str', value: '.2f' },
            ],
          },
          { kind: 'Str', value: 'c' },
        ],
      });
    });

    it('joins with plain strings, in which braces are text', () => {
      assert.deepEqual(brief(expression(`f'{a}' '{b}' "c" f"{{"`)), {
        kind: 'JoinedStr',
        values: [
          { kind: 'FormattedValue', value: 'a' },
          { kind: 'Str', value: '{b}c{' },
        ],
      });
    });

    it('keeps the text of a debugging value', () => {
      const node = expression("f'{ x = !s:>5}'");
      assert.equal(
        node.kind === 'JoinedStr' && node.values[0]?.kind === 'FormattedValue' && node.values[0].debug,
        ' x = ',
      );
      assert.equal(text("f'{ x = !s:>5}'"), 'f"{ x = !s:>5}"');
    });

    it('takes := for a specifier, as Python does', () => {
      assert.deepEqual(brief(expression("f'{x:=10}'")), {
        kind: 'JoinedStr',
        values: [{ kind: 'FormattedValue', value: 'x', formatSpec: [{ kind: 'Str', value: '=10' }] }],
      });
      assert.equal(text("f'{(x:=10)}'"), 'f"{(x := 10)}"');
    });

    it('does not use a quote of the outside within, so that Python 3.8 can read it', () => {
      assert.equal(text(`f"{a['b']}"`), `f"{a['b']}"`);
      assert.equal(text(`f'{a["b"]}'`), `f"{a['b']}"`);
      assert.equal(text(`f"{a["b"]}"`), `f"{a['b']}"`);
      assert.equal(text(`f"{f'{a}'}"`), `f"{f'{a}'}"`);
      assert.equal(text(`f"{x}{'"'}{"'"}"`), `f"""{x}{'"'}{"'"}"""`);
      assert.equal(text(raw`f"{re.sub(r'\d', '', a)}"`), raw`f"{re.sub(r"\d", "", a)}"`);
    });

    it('falls back to the form of Python 3.12 where there is no other', () => {
      assert.equal(text(raw`f"{'\n'.join(a)}"`), raw`f"{"\n".join(a)}"`);
    });

    it('sets apart braces and colons of the value', () => {
      assert.equal(text("f'{ {1: 2}[1] } { {1} } {(lambda: 1)}'"), 'f"{ {1: 2}[1]} { {1} } {(lambda: 1)}"');
    });

    it('prints a hundred in one another without trying every quote for each', () => {
      const deep = 'f"{'.repeat(100) + '1' + '}"'.repeat(100);
      assert.equal(one(reprint(deep)).kind, 'Expr');
    });
  });
});
