/** Queues between threads. */
export const queue = `
class Empty(Exception)
class Full(Exception)
class Queue[T]
  __init__(maxsize?: int)
  maxsize: int
  empty() -> bool ! io
  full() -> bool ! io
  get(block?: bool, timeout?: float | None) -> T ! io self queue.Empty
  get_nowait() -> T ! io self queue.Empty
  join() -> None ! io
  put(item: T, block?: bool, timeout?: float | None) -> None ! io self queue.Full
  put_nowait(item: T) -> None ! io self queue.Full
  qsize() -> int ! io
  task_done() -> None ! io self
class LifoQueue[T](Queue[T])
class PriorityQueue[T](Queue[T])
class SimpleQueue[T]
  empty() -> bool ! io
  get(block?: bool, timeout?: float | None) -> T ! io self queue.Empty
  get_nowait() -> T ! io self queue.Empty
  put(item: T, block?: bool, timeout?: float | None) -> None ! io self
  qsize() -> int ! io
`;
