/** Pools of threads and processes. */
export const concurrentFutures = `
as_completed(fs: Iterable[Future[T]], timeout?: float | None) -> Iterator[Future[T]] ! io
wait(fs: Iterable[Future[T]], timeout?: float | None, return_when?: str) -> tuple[set[Future[T]], set[Future[T]]] ! io
ALL_COMPLETED: str
FIRST_COMPLETED: str
FIRST_EXCEPTION: str
class CancelledError(Exception)
class TimeoutError(Exception)
class BrokenExecutor(RuntimeError)
class Future[T]
  add_done_callback(fn: Callable[[Future[T]], any]) -> None ! io self
  cancel() -> bool ! io self
  cancelled() -> bool ! io
  done() -> bool ! io
  exception(timeout?: float | None) -> Exception | None ! io
  result(timeout?: float | None) -> T ! io
  running() -> bool ! io
  set_exception(exception: any) -> None ! io self
  set_result(result: T) -> None ! io self
class Executor
  map(fn: Callable[..., R], *iterables: Iterable[any], timeout?: float | None, chunksize?: int) -> Iterator[R] ! io
  shutdown(wait?: bool, *, cancel_futures?: bool) -> None ! io self
  submit(fn: Callable[..., R], /, *args: any, **kwargs: any) -> Future[R] ! io
class ThreadPoolExecutor(Executor)
  __init__(max_workers?: int | None, thread_name_prefix?: str, initializer?: any, initargs?: any)
  submit(fn: Callable[..., R], /, *args: any, **kwargs: any) -> Future[R] ! io
class ProcessPoolExecutor(Executor)
  __init__(max_workers?: int | None, mp_context?: any, initializer?: any, initargs?: any, *, max_tasks_per_child?: int | None)
  submit(fn: Callable[..., R], /, *args: any, **kwargs: any) -> Future[R] ! io
`;
