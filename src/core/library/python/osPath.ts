/** Paths as text. */
export const osPath = `
abspath(path: str) -> str ! io
basename(p: str) -> str
commonpath(paths: Iterable[str]) -> str ! ValueError
commonprefix(m: list[str]) -> str
dirname(p: str) -> str
exists(path: str) -> bool ! io
expanduser(path: str) -> str ! io
expandvars(path: str) -> str ! io
getatime(filename: str) -> float ! io OSError
getctime(filename: str) -> float ! io OSError
getmtime(filename: str) -> float ! io OSError
getsize(filename: str) -> int ! io OSError
isabs(s: str) -> bool
isdir(s: str) -> bool ! io
isfile(path: str) -> bool ! io
islink(path: str) -> bool ! io
ismount(path: str) -> bool ! io
join(a: str, *p: str) -> str
lexists(path: str) -> bool ! io
normcase(s: str) -> str
normpath(path: str) -> str
realpath(filename: str, *, strict?: bool) -> str ! io
relpath(path: str, start?: str | None) -> str ! io
samefile(f1: str, f2: str) -> bool ! io
split(p: str) -> tuple[str, str]
splitdrive(p: str) -> tuple[str, str]
splitext(p: str) -> tuple[str, str]
sep: str
pardir: str
curdir: str
`;
