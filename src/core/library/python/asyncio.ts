/** Coroutines, tasks and what they wait for. */
export const asyncio = `
all_tasks(loop?: any) -> set[Task[any]] ! io
as_completed(fs: Iterable[Awaitable[T]], *, timeout?: float | None) -> Iterator[Awaitable[T]] ! io
create_task(coro: Awaitable[T], *, name?: str | None, context?: any) -> Task[T] ! io
current_task(loop?: any) -> Task[any] | None ! io
ensure_future(coro_or_future: Awaitable[T], *, loop?: any) -> Task[T] ! io
gather(*coros_or_futures: Awaitable[any], return_exceptions?: bool) -> Awaitable[any] ! io
get_event_loop() -> AbstractEventLoop ! io
get_running_loop() -> AbstractEventLoop ! io RuntimeError
new_event_loop() -> AbstractEventLoop ! io
set_event_loop(loop: any) -> None ! io
async open_connection(host?: str | None, port?: int | None, *, limit?: int, **kwds: any) -> tuple[StreamReader, StreamWriter] ! io OSError
run(main: Awaitable[T], *, debug?: bool | None) -> T ! io
run_coroutine_threadsafe(coro: Awaitable[T], loop: any) -> concurrent.futures.Future[T] ! io
shield(arg: Awaitable[T]) -> Awaitable[T] ! io
async sleep(delay: float, result?: any) -> None ! io
async start_server(client_connected_cb: any, host?: str | None, port?: int | None, *, limit?: int, **kwds: any) -> Server ! io OSError
timeout(delay: float | None) -> Timeout ! io
timeout_at(when: float | None) -> Timeout ! io
async to_thread(func: Callable[..., R], /, *args: any, **kwargs: any) -> R ! io
async wait(fs: Iterable[Task[T]], *, timeout?: float | None, return_when?: str) -> tuple[set[Task[T]], set[Task[T]]] ! io
async wait_for(fut: Awaitable[T], timeout: float | None) -> T ! io asyncio.TimeoutError
async create_subprocess_exec(program: str, *args: str, stdin?: any, stdout?: any, stderr?: any, limit?: int, **kwds: any) -> any ! io
async create_subprocess_shell(cmd: str, stdin?: any, stdout?: any, stderr?: any, limit?: int, **kwds: any) -> any ! io
iscoroutine(obj: any) -> bool
iscoroutinefunction(func: any) -> bool
ALL_COMPLETED: str
FIRST_COMPLETED: str
FIRST_EXCEPTION: str
class CancelledError(BaseException)
class TimeoutError(Exception)
class InvalidStateError(Exception)
class QueueEmpty(Exception)
class QueueFull(Exception)
class Future[T]
  cancel(msg?: any) -> bool ! io self
  cancelled() -> bool ! io
  done() -> bool ! io
  exception() -> Exception | None ! io
  result() -> T ! io
  set_result(result: T, /) -> None ! io self
  set_exception(exception: any, /) -> None ! io self
  add_done_callback(fn: any, /, *, context?: any) -> None ! io self
class Task[T](Future[T])
  get_name() -> str ! io
  set_name(value: str, /) -> None ! io self
  uncancel() -> int ! io self
class TaskGroup
  __init__()
  create_task(coro: Awaitable[T], *, name?: str | None, context?: any) -> Task[T] ! io self
class Timeout
  reschedule(when: float | None) -> None ! io self
  expired() -> bool ! io
class Lock
  __init__()
  async acquire() -> bool ! io self
  release() -> None ! io self
  locked() -> bool ! io
class Event
  __init__()
  clear() -> None ! io self
  is_set() -> bool ! io
  set() -> None ! io self
  async wait() -> bool ! io
class Condition
  __init__(lock?: any)
  async acquire() -> bool ! io self
  release() -> None ! io self
  notify(n?: int) -> None ! io self
  notify_all() -> None ! io self
  async wait() -> bool ! io
  async wait_for(predicate: Callable[[], any]) -> any ! io
class Semaphore
  __init__(value?: int)
  async acquire() -> bool ! io self
  locked() -> bool ! io
  release() -> None ! io self
class BoundedSemaphore(Semaphore)
  __init__(value?: int)
class Barrier
  __init__(parties: int)
  async wait() -> int ! io
class Queue[T]
  __init__(maxsize?: int)
  maxsize: int
  empty() -> bool ! io
  full() -> bool ! io
  async get() -> T ! io self
  get_nowait() -> T ! io self asyncio.QueueEmpty
  async join() -> None ! io
  async put(item: T) -> None ! io self
  put_nowait(item: T) -> None ! io self asyncio.QueueFull
  qsize() -> int ! io
  task_done() -> None ! io self
class PriorityQueue[T](Queue[T])
class LifoQueue[T](Queue[T])
class AbstractEventLoop
  call_at(when: float, callback: any, *args: any, context?: any) -> any ! io self
  call_later(delay: float, callback: any, *args: any, context?: any) -> any ! io self
  call_soon(callback: any, *args: any, context?: any) -> any ! io self
  call_soon_threadsafe(callback: any, *args: any, context?: any) -> any ! io self
  close() -> None ! io self
  create_future() -> Future[any] ! io
  create_task(coro: Awaitable[T], *, name?: str | None, context?: any) -> Task[T] ! io self
  is_running() -> bool ! io
  run_forever() -> None ! io
  async run_in_executor(executor: any, func: Callable[..., R], *args: any) -> R ! io
  run_until_complete(future: Awaitable[T]) -> T ! io
  stop() -> None ! io self
  time() -> float ! io
  add_signal_handler(sig: int, callback: any, *args: any) -> None ! io self
class StreamReader
  at_eof() -> bool ! io
  async read(n?: int) -> bytes ! io self
  async readexactly(n: int) -> bytes ! io self
  async readline() -> bytes ! io self
  async readuntil(separator?: bytes) -> bytes ! io self
class StreamWriter
  close() -> None ! io self
  async drain() -> None ! io
  get_extra_info(name: str, default?: any) -> any
  is_closing() -> bool ! io
  async wait_closed() -> None ! io
  write(data: bytes) -> None ! io self
  writelines(data: Iterable[bytes]) -> None ! io self
class Server
  close() -> None ! io self
  async serve_forever() -> None ! io
  async wait_closed() -> None ! io
class Runner
  __init__(*, debug?: bool | None, loop_factory?: any)
  run(coro: Awaitable[T], *, context?: any) -> T ! io
  close() -> None ! io
`;
