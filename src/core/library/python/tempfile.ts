/** Temporary files. */
export const tempfile = `
NamedTemporaryFile(mode?: str, buffering?: int, encoding?: str | None, newline?: str | None, suffix?: str | None, prefix?: str | None, dir?: any, delete?: bool, *, errors?: str | None) -> io.TextIOWrapper ! io
TemporaryFile(mode?: str, buffering?: int, encoding?: str | None, newline?: str | None, suffix?: str | None, prefix?: str | None, dir?: any, *, errors?: str | None) -> io.TextIOWrapper ! io
gettempdir() -> str ! io
mkdtemp(suffix?: str | None, prefix?: str | None, dir?: any) -> str ! io
mkstemp(suffix?: str | None, prefix?: str | None, dir?: any, text?: bool) -> tuple[int, str] ! io
class TemporaryDirectory
  __init__(suffix?: str | None, prefix?: str | None, dir?: any, ignore_cleanup_errors?: bool) ! io
  name: str
  cleanup() -> None ! io
  __enter__() -> str
`;
