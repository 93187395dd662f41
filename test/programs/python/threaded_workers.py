"""Process jobs with a fixed number of threads and report in job order."""

import threading
from collections import Counter
from concurrent.futures import ThreadPoolExecutor, as_completed
from queue import Queue
from typing import NamedTuple, Optional


class Job(NamedTuple):
    id: int
    payload: str


class Result(NamedTuple):
    job_id: int
    checksum: int
    error: Optional[str] = None


def checksum(text: str) -> int:
    """Adler-32, written out."""
    a, b = 1, 0
    for byte in text.encode("utf-8"):
        a = (a + byte) % 65521
        b = (b + a) % 65521
    return (b << 16) | a


def process(job: Job) -> Result:
    if not job.payload:
        return Result(job.id, 0, "empty payload")
    return Result(job.id, checksum(job.payload))


class WorkerPool:
    def __init__(self, size: int) -> None:
        self._jobs: Queue[Optional[Job]] = Queue()
        self._lock = threading.Lock()
        self._results: dict[int, Result] = {}
        self.stats: Counter[str] = Counter()
        self._threads = [threading.Thread(target=self._run) for _ in range(size)]

    def _run(self) -> None:
        while True:
            job = self._jobs.get()
            if job is None:
                break
            result = process(job)
            with self._lock:
                self._results[job.id] = result
                self.stats["failed" if result.error else "ok"] += 1

    def run(self, jobs: list[Job]) -> list[Result]:
        for t in self._threads:
            t.start()
        for job in jobs:
            self._jobs.put(job)
        for _ in self._threads:
            self._jobs.put(None)
        for t in self._threads:
            t.join()
        return [self._results[job.id] for job in jobs]


def slow_square(n: int) -> int:
    if n == 7:
        raise ValueError("seven is unlucky")
    return n * n


def main() -> None:
    payloads = ["alpha", "Wikipedia", "", "naïve café", "x" * 1000]
    pool = WorkerPool(3)
    for result in pool.run([Job(i, p) for i, p in enumerate(payloads, start=1)]):
        if result.error is not None:
            print(f"job {result.job_id}: failed ({result.error})")
        else:
            print(f"job {result.job_id}: {result.checksum:08x}")
    print(f"ok={pool.stats['ok']} failed={pool.stats['failed']}")

    with ThreadPoolExecutor(max_workers=4) as executor:
        futures = {executor.submit(slow_square, n): n for n in range(5, 10)}
        squares: dict[int, str] = {}
        for future in as_completed(futures):
            n = futures[future]
            try:
                squares[n] = str(future.result())
            except ValueError as exc:
                squares[n] = f"error: {exc}"
        print("mapped:", list(executor.map(slow_square, [1, 2, 3])))
    for n in sorted(squares):
        print(f"{n} -> {squares[n]}")


if __name__ == "__main__":
    main()
