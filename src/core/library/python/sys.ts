/** The interpreter. */
export const sys = `
exc_info() -> any ! io
exit(status?: any, /) -> None ! io SystemExit
getdefaultencoding() -> str
getfilesystemencoding() -> str
getrecursionlimit() -> int ! io
getrefcount(object: any, /) -> int ! io
getsizeof(object: any, default?: int) -> int
intern(string: str, /) -> str
setrecursionlimit(limit: int, /) -> None ! io
settrace(function: any, /) -> None ! io
argv: list[str]
byteorder: str
executable: str
float_info: any
maxsize: int
maxunicode: int
modules: dict[str, any]
path: list[str]
platform: str
stderr: io.TextIOWrapper
stdin: io.TextIOWrapper
stdout: io.TextIOWrapper
version: str
version_info: any
hexversion: int
implementation: any
`;
