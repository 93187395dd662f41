/** The notation of `str.format`: texts, and fields in braces. */

/** `{name.attr[0]!r:>{width}}` */
export interface TemplateField {
  /** Empty where the fields are counted. */
  name: string;
  path: { name: string; isAttribute: boolean }[];
  conversion: string;
  spec: (string | TemplateField)[];
}

/** The parts in their order; undefined where the text is no template. */
export function parseTemplate(text: string): (string | TemplateField)[] | undefined {
  const parts: (string | TemplateField)[] = [];
  let literal = '';
  for (let i = 0; i < text.length; i++) {
    const char = text[i]!;
    if ((char === '{' || char === '}') && text[i + 1] === char) {
      literal += char;
      i++;
    } else if (char === '{') {
      const end = closing(text, i);
      const field = end === undefined ? undefined : parseField(text.slice(i + 1, end));
      if (!field || end === undefined) return undefined;
      if (literal !== '') parts.push(literal);
      literal = '';
      parts.push(field);
      i = end;
    } else if (char === '}') return undefined;
    else literal += char;
  }
  if (literal !== '') parts.push(literal);
  return parts;
}

/** The place of the brace that closes the one at a place. */
function closing(text: string, open: number): number | undefined {
  let depth = 0;
  for (let i = open; i < text.length; i++) {
    if (text[i] === '{') depth++;
    else if (text[i] === '}' && --depth === 0) return i;
  }
  return undefined;
}

function parseField(text: string): TemplateField | undefined {
  const match = /^(\w*)((?:\.\w+|\[[^\]]+\])*)(?:!([rsa]))?(?::(.*))?$/su.exec(text);
  if (!match) return undefined;
  const [, name = '', path = '', conversion = '', spec = ''] = match;
  const parts = spec === '' ? [] : parseTemplate(spec);
  if (!parts) return undefined;
  return {
    name,
    path: [...path.matchAll(/\.(\w+)|\[([^\]]+)\]/gu)].map(([, attribute, key]) => ({
      name: attribute ?? key ?? '',
      isAttribute: attribute !== undefined,
    })),
    conversion,
    spec: parts,
  };
}
