/** Regular expressions. */
export const re = `
compile(pattern: str, flags?: int) -> Pattern ! re.error
escape(pattern: str) -> str
findall(pattern: str, string: str, flags?: int) -> list[str]
finditer(pattern: str, string: str, flags?: int) -> Iterator[Match]
fullmatch(pattern: str, string: str, flags?: int) -> Match | None
match(pattern: str, string: str, flags?: int) -> Match | None
purge() -> None ! io
search(pattern: str, string: str, flags?: int) -> Match | None
split(pattern: str, string: str, maxsplit?: int, flags?: int) -> list[str]
sub(pattern: str, repl: Callable[[Match], str], string: str, count?: int, flags?: int) -> str
subn(pattern: str, repl: Callable[[Match], str], string: str, count?: int, flags?: int) -> tuple[str, int]
A: int
ASCII: int
DOTALL: int
I: int
IGNORECASE: int
M: int
MULTILINE: int
S: int
U: int
UNICODE: int
VERBOSE: int
X: int
class Pattern
  pattern: str
  flags: int
  groups: int
  groupindex: dict[str, int]
  findall(string: str, pos?: int, endpos?: int) -> list[str]
  finditer(string: str, pos?: int, endpos?: int) -> Iterator[Match]
  fullmatch(string: str, pos?: int, endpos?: int) -> Match | None
  match(string: str, pos?: int, endpos?: int) -> Match | None
  search(string: str, pos?: int, endpos?: int) -> Match | None
  split(string: str, maxsplit?: int) -> list[str]
  sub(repl: Callable[[Match], str], string: str, count?: int) -> str
  subn(repl: Callable[[Match], str], string: str, count?: int) -> tuple[str, int]
class Match
  pos: int
  endpos: int
  lastindex: int | None
  lastgroup: str | None
  re: Pattern
  string: str
  end(group?: int | str, /) -> int
  expand(template: str) -> str
  group() -> str
  group(group1: int | str, /) -> str
  group(group1: int | str, group2: int | str, /, *groups: int | str) -> list[str]
  groupdict(default?: any) -> dict[str, str]
  groups(default?: any) -> list[str]
  span(group?: int | str, /) -> tuple[int, int]
  start(group?: int | str, /) -> int
  __getitem__(key: int | str, /) -> str
class error(Exception)
  msg: str
  pattern: str
  pos: int | None
`;
