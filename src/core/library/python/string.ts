/** Constants of characters, and templates. */
export const string = `
capwords(s: str, sep?: str | None) -> str
ascii_letters: str
ascii_lowercase: str
ascii_uppercase: str
digits: str
hexdigits: str
octdigits: str
printable: str
punctuation: str
whitespace: str
class Template
  __init__(template: str)
  safe_substitute(mapping?: any, /, **kws: any) -> str
  substitute(mapping?: any, /, **kws: any) -> str ! KeyError ValueError
class Formatter
  format(format_string: str, /, *args: any, **kwargs: any) -> str
`;
