/** Logging. */
export const logging = `
addLevelName(level: int, levelName: str) -> None ! io
basicConfig(**kwargs: any) -> None ! io
captureWarnings(capture: bool) -> None ! io
disable(level?: int) -> None ! io
getLevelName(level: any) -> any
getLogger(name?: str | None) -> Logger
log(level: int, msg: any, *args: any, **kwargs: any) -> None ! io
shutdown(handlerList?: any) -> None ! io
CRITICAL: int
DEBUG: int
ERROR: int
INFO: int
NOTSET: int
WARNING: int
debug(msg: any, *args: any, **kwargs: any) -> None ! io
info(msg: any, *args: any, **kwargs: any) -> None ! io
warning(msg: any, *args: any, **kwargs: any) -> None ! io
error(msg: any, *args: any, **kwargs: any) -> None ! io
critical(msg: any, *args: any, **kwargs: any) -> None ! io
exception(msg: any, *args: any, **kwargs: any) -> None ! io
class Logger
  name: str
  level: int
  handlers: list[Handler]
  propagate: bool
  addFilter(filter: Callable[[LogRecord], bool]) -> None ! self
  addHandler(hdlr: Handler) -> None ! self
  getChild(suffix: str) -> Logger
  getEffectiveLevel() -> int
  hasHandlers() -> bool
  isEnabledFor(level: int) -> bool
  log(level: int, msg: any, *args: any, **kwargs: any) -> None ! io
  removeHandler(hdlr: Handler) -> None ! self
  setLevel(level: any) -> None ! self
  debug(msg: any, *args: any, **kwargs: any) -> None ! io
  info(msg: any, *args: any, **kwargs: any) -> None ! io
  warning(msg: any, *args: any, **kwargs: any) -> None ! io
  error(msg: any, *args: any, **kwargs: any) -> None ! io
  critical(msg: any, *args: any, **kwargs: any) -> None ! io
  exception(msg: any, *args: any, **kwargs: any) -> None ! io
class LoggerAdapter(Logger)
class Handler
  __init__(level?: int)
  addFilter(filter: Callable[[LogRecord], bool]) -> None ! self
  format(record: LogRecord) -> str
  close() -> None ! io self
  emit(record: LogRecord) -> None ! io
  flush() -> None ! io
  handle(record: LogRecord) -> any ! io
  setFormatter(fmt: Formatter) -> None ! self
  setLevel(level: any) -> None ! self
class StreamHandler(Handler)
  __init__(stream?: any)
class FileHandler(StreamHandler)
  __init__(filename: str, mode?: str, encoding?: str | None, delay?: bool, errors?: str | None) ! io
class NullHandler(Handler)
class Formatter
  __init__(fmt?: str | None, datefmt?: str | None, style?: str, validate?: bool, *, defaults?: any)
  format(record: LogRecord) -> str
  formatTime(record: LogRecord, datefmt?: str | None) -> str
class Filter
  __init__(name?: str)
  filter(record: LogRecord) -> bool
class LogRecord
  name: str
  levelno: int
  levelname: str
  message: str
  msg: any
  args: any
  created: float
  lineno: int
  funcName: str
  module: str
  getMessage() -> str
`;
