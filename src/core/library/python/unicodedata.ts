/** What Unicode says of characters. */
export const unicodedata = `
name(chr: str, default?: str, /) -> str ! ValueError
lookup(name: str, /) -> str ! KeyError
category(chr: str, /) -> str
combining(chr: str, /) -> int
normalize(form: str, unistr: str, /) -> str
is_normalized(form: str, unistr: str, /) -> bool
numeric(chr: str, default?: float, /) -> float ! ValueError
digit(chr: str, default?: int, /) -> int ! ValueError
decimal(chr: str, default?: int, /) -> int ! ValueError
bidirectional(chr: str, /) -> str
east_asian_width(chr: str, /) -> str
mirrored(chr: str, /) -> int
unidata_version: str
`;
