/** Threads and locks. */
export const threading = `
active_count() -> int ! io
current_thread() -> Thread ! io
enumerate() -> list[Thread] ! io
excepthook(args: any, /) -> None ! io
get_ident() -> int ! io
get_native_id() -> int ! io
main_thread() -> Thread ! io
stack_size(size?: int, /) -> int ! io
class Thread
  __init__(group?: None, target?: Callable[..., any] | None, name?: str | None, args?: any, kwargs?: any, *, daemon?: bool | None)
  name: str
  daemon: bool
  ident: int | None
  is_alive() -> bool ! io
  join(timeout?: float | None) -> None ! io
  run() -> None ! io
  start() -> None ! io self
class Timer(Thread)
  __init__(interval: float, function: Callable[..., any], args?: any, kwargs?: any)
  cancel() -> None ! io self
class Lock
  acquire(blocking?: bool, timeout?: float) -> bool ! io self
  locked() -> bool ! io
  release() -> None ! io self
  __enter__() -> bool ! io self
class RLock
  acquire(blocking?: bool, timeout?: float) -> bool ! io self
  release() -> None ! io self
  __enter__() -> bool ! io self
class Condition
  __init__(lock?: any)
  acquire(blocking?: bool, timeout?: float) -> bool ! io self
  release() -> None ! io self
  notify(n?: int) -> None ! io self
  notify_all() -> None ! io self
  wait(timeout?: float | None) -> bool ! io
  wait_for(predicate: Callable[[], any], timeout?: float | None) -> any ! io
  __enter__() -> bool ! io self
class Semaphore
  __init__(value?: int)
  acquire(blocking?: bool, timeout?: float | None) -> bool ! io self
  release(n?: int) -> None ! io self
  __enter__() -> bool ! io self
class BoundedSemaphore(Semaphore)
  __init__(value?: int)
class Event
  __init__()
  clear() -> None ! io self
  is_set() -> bool ! io
  set() -> None ! io self
  wait(timeout?: float | None) -> bool ! io
class Barrier
  __init__(parties: int, action?: any, timeout?: float | None)
  abort() -> None ! io self
  reset() -> None ! io self
  wait(timeout?: float | None) -> int ! io
class local
`;
