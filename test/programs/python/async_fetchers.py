"""Concurrent downloads with asyncio: gather, a semaphore, a queue and a timeout."""

import asyncio
from dataclasses import dataclass

PAGES: dict[str, str] = {
    "/": "welcome home",
    "/about": "we make tools",
    "/jobs": "no open jobs now",
}


class NotFound(Exception):
    pass


@dataclass
class Page:
    path: str
    body: str

    def words(self) -> int:
        return len(self.body.split())


class Client:
    def __init__(self, limit: int) -> None:
        self._slots = asyncio.Semaphore(limit)
        self.active = 0
        self.most_active = 0

    async def get(self, path: str) -> Page:
        async with self._slots:
            self.active += 1
            self.most_active = max(self.most_active, self.active)
            try:
                await asyncio.sleep(0.005)
                if path not in PAGES:
                    raise NotFound(path)
                return Page(path, PAGES[path])
            finally:
                self.active -= 1


async def fetch_all(client: Client, paths: list[str]) -> None:
    results = await asyncio.gather(*(client.get(p) for p in paths), return_exceptions=True)
    for path, result in zip(paths, results):
        if isinstance(result, Page):
            print(f"{path:<8} {result.words()} words")
        else:
            print(f"{path:<8} {type(result).__name__}: {result}")


async def producer(queue: "asyncio.Queue[int | None]", count: int) -> None:
    for n in range(count):
        await queue.put(n)
    await queue.put(None)


async def consumer(queue: "asyncio.Queue[int | None]") -> list[int]:
    seen: list[int] = []
    while (item := await queue.get()) is not None:
        seen.append(item * item)
    return seen


async def main() -> None:
    client = Client(limit=2)
    await fetch_all(client, ["/", "/about", "/missing", "/jobs"])
    print("most active at once:", client.most_active)

    queue: "asyncio.Queue[int | None]" = asyncio.Queue(maxsize=2)
    task = asyncio.create_task(consumer(queue))
    await producer(queue, 6)
    print("consumed:", await task)

    try:
        await asyncio.wait_for(asyncio.sleep(5), timeout=0.01)
    except asyncio.TimeoutError:
        print("timed out")


if __name__ == "__main__":
    asyncio.run(main())
