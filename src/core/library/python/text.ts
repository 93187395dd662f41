/** The methods of str and bytes. */
const shared = (T: string, item: string): string => `
  capitalize() -> ${T}
  center(width: int, fillchar?: ${T}, /) -> ${T}
  count(sub: ${T}, start?: int, end?: int, /) -> int
  endswith(suffix: ${T} | list[${T}], start?: int, end?: int, /) -> bool
  expandtabs(tabsize?: int) -> ${T}
  find(sub: ${T}, start?: int, end?: int, /) -> int
  index(sub: ${T}, start?: int, end?: int, /) -> int ! ValueError
  isalnum() -> bool
  isalpha() -> bool
  isascii() -> bool
  isdigit() -> bool
  islower() -> bool
  isspace() -> bool
  istitle() -> bool
  isupper() -> bool
  join(iterable: Iterable[${T}], /) -> ${T}
  ljust(width: int, fillchar?: ${T}, /) -> ${T}
  lower() -> ${T}
  lstrip(chars?: ${T} | None, /) -> ${T}
  partition(sep: ${T}, /) -> tuple[${T}, ${T}, ${T}]
  removeprefix(prefix: ${T}, /) -> ${T}
  removesuffix(suffix: ${T}, /) -> ${T}
  replace(old: ${T}, new: ${T}, count?: int, /) -> ${T}
  rfind(sub: ${T}, start?: int, end?: int, /) -> int
  rindex(sub: ${T}, start?: int, end?: int, /) -> int ! ValueError
  rjust(width: int, fillchar?: ${T}, /) -> ${T}
  rpartition(sep: ${T}, /) -> tuple[${T}, ${T}, ${T}]
  rsplit(sep?: ${T} | None, maxsplit?: int) -> list[${T}]
  rstrip(chars?: ${T} | None, /) -> ${T}
  split(sep?: ${T} | None, maxsplit?: int) -> list[${T}]
  splitlines(keepends?: bool) -> list[${T}]
  startswith(prefix: ${T} | list[${T}], start?: int, end?: int, /) -> bool
  strip(chars?: ${T} | None, /) -> ${T}
  swapcase() -> ${T}
  title() -> ${T}
  translate(table: any, /) -> ${T}
  upper() -> ${T}
  zfill(width: int, /) -> ${T}
  __iter__() -> Iterator[${item}]
  __len__() -> int
  __contains__(key: ${item}, /) -> bool
`;

export const text = `
class str
  __init__(object?: any, encoding?: str, errors?: str)
  casefold() -> str
  encode(encoding?: str, errors?: str) -> bytes ! UnicodeEncodeError
  format(*args: any, **kwargs: any) -> str
  format_map(mapping: dict[str, any], /) -> str
  isdecimal() -> bool
  isidentifier() -> bool
  isnumeric() -> bool
  isprintable() -> bool
  isprintable() -> bool
  static maketrans(x: any, y?: str, z?: str, /) -> dict[int, any]
${shared('str', 'str')}
class bytes
  __init__(source?: any, encoding?: str, errors?: str)
  decode(encoding?: str, errors?: str) -> str ! UnicodeDecodeError
  class fromhex(string: str, /) -> bytes ! ValueError
  hex(sep?: str, bytes_per_sep?: int) -> str
  tobytes() -> bytes
${shared('bytes', 'int')}
class bytearray(bytes)
  __init__(source?: any, encoding?: str, errors?: str)
  append(item: int, /) -> None ! self
  extend(iterable_of_ints: any, /) -> None ! self
  insert(index: int, item: int, /) -> None ! self
  remove(value: int, /) -> None ! self ValueError
  reverse() -> None ! self
  clear() -> None ! self
  copy() -> bytearray
  pop(index?: int, /) -> int ! self IndexError
`;
