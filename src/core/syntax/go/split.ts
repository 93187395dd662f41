/** Splits a text at its top-level statements, by Go's lexical rules only: no tree, so half-typed text is fine. */

/** A run of neighbours of one sort. Comments belong to what follows them. */
export interface Piece {
  start: number;
  end: number;
  /** Statements, which must be parsed inside a function; otherwise declarations. */
  statements: boolean;
}

interface Token {
  text: string;
  start: number;
  end: number;
}

interface Line {
  tokens: Token[];
  start: number;
  end: number;
}

const token =
  /\/\/.*|\/\*[^]*?(?:\*\/|$)|`[^`]*(?:`|$)|"(?:[^"\\\n]|\\.)*"?|'(?:[^'\\\n]|\\.)*'?|[\p{L}_$][\p{L}\p{N}_]*|[\d.][\w.]*|\+\+|--|\n|[^\s]/uy;

/** The pieces of the text, without gaps and in order. */
export function splitFragment(text: string): Piece[] {
  const lines = [...topLines(text)];
  const sorts = lines.map(line => sortOf(line.tokens));
  const pieces: Piece[] = [];
  let from = 0;
  for (const [i, line] of lines.entries()) {
    const last = pieces.at(-1);
    let sort = sorts[i];
    if (sort === 'either') {
      // `var` among statements is one of them; before the first, or before the next function, it is a declaration.
      const next = sorts.slice(i).find(other => other !== 'either');
      sort = last?.statements && next !== 'declaration' ? 'statement' : 'declaration';
    }
    const statements = sort === 'statement';
    if (last && last.statements === statements) last.end = line.end;
    else pieces.push({ start: from, end: line.end, statements });
    from = line.end;
  }
  const last = pieces.at(-1);
  if (last) last.end = text.length;
  else pieces.push({ start: 0, end: text.length, statements: false });
  return pieces;
}

/** What stands between two semicolons, written or automatic, outside of all brackets. */
function* topLines(text: string): Generator<Line> {
  let line: Line | undefined;
  let depth = 0;
  let last = '';
  const pattern = new RegExp(token);
  for (let at = 0; at < text.length;) {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    if (found === undefined) {
      at++;
      continue;
    }
    const start = at;
    at += found.length;
    const comment = found.startsWith('//') || found.startsWith('/*');
    const lineEnd = found === '\n' || (comment && found.includes('\n'));
    if (line && depth <= 0 && (found === ';' || (lineEnd && endsStatement(last)))) {
      line.end = comment ? start : at;
      yield line;
      line = undefined;
      depth = 0;
      last = '';
      continue;
    }
    if (found === '\n' || comment) continue;
    line ??= { tokens: [], start, end: at };
    line.tokens.push({ text: found, start, end: at });
    line.end = at;
    if (/^[([{]$/.test(found)) depth++;
    else if (/^[)\]}]$/.test(found)) depth--;
    last = found;
  }
  if (line) yield line;
}

/** Whether a line break behind this token ends a statement (the rule of automatic semicolons). */
export function endsStatement(token: string): boolean {
  if (/^(?:break|continue|fallthrough|return|\+\+|--|[)\]}])$/.test(token)) return true;
  return /^[\p{L}\p{N}_$"'`.]/u.test(token) && !keyword.test(token) && !/^\.+$/.test(token);
}

const keyword =
  /^(?:case|chan|const|default|defer|else|for|func|go|goto|if|import|interface|map|package|range|select|struct|switch|type|var)$/;

function sortOf(tokens: readonly Token[]): 'declaration' | 'statement' | 'either' {
  const first = tokens[0]?.text;
  if (first === 'package' || first === 'import') return 'declaration';
  if (first === 'var' || first === 'const' || first === 'type') return 'either';
  if (first !== 'func') return 'statement';
  const second = tokens[1]?.text ?? '';
  if (second !== '(') return 'declaration';
  // A method has a name and parameters behind its receiver; a function literal has results or a body.
  let depth = 0;
  for (let i = 1; i < tokens.length; i++) {
    const text = tokens[i]?.text;
    if (text === '(') depth++;
    else if (text === ')' && --depth === 0) {
      return /^[\p{L}_µ]/u.test(tokens[i + 1]?.text ?? '') && tokens[i + 2]?.text === '(' ? 'declaration' : 'statement';
    }
  }
  return 'statement';
}
