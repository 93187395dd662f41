/** Context managers. */
export const contextlib = `
asynccontextmanager(func: any) -> any
closing(thing: T) -> AbstractContextManager[T]
contextmanager(func: any) -> any
nullcontext(enter_result?: T) -> AbstractContextManager[T]
redirect_stderr(new_target: T) -> AbstractContextManager[T] ! io
redirect_stdout(new_target: T) -> AbstractContextManager[T] ! io
suppress(*exceptions: any) -> AbstractContextManager[None]
chdir(path: any) -> AbstractContextManager[None] ! io
class AbstractContextManager[T]
  __enter__() -> T ! io self
  __exit__(exc_type: any, exc_value: any, traceback: any) -> bool | None ! io self
class AbstractAsyncContextManager[T]
  async __aenter__() -> T ! io self
  async __aexit__(exc_type: any, exc_value: any, traceback: any) -> bool | None ! io self
class ExitStack
  __init__()
  callback(callback: any, /, *args: any, **kwds: any) -> any ! self
  close() -> None ! io self
  enter_context(cm: AbstractContextManager[T]) -> T ! io self
  pop_all() -> ExitStack ! self
  push(exit: T) -> T ! self
class AsyncExitStack
  __init__()
  async aclose() -> None ! io self
  async enter_async_context(cm: AbstractAsyncContextManager[T]) -> T ! io self
`;
