"""Order build tasks by their dependencies and run them on a few workers."""

from __future__ import annotations

import heapq
from dataclasses import dataclass, field
from enum import Enum, IntEnum


class Priority(IntEnum):
    LOW = 1
    NORMAL = 2
    HIGH = 3


class State(Enum):
    PENDING = "pending"
    RUNNING = "running"
    DONE = "done"


class CycleError(Exception):
    def __init__(self, path: list[str]) -> None:
        super().__init__("cycle: " + " -> ".join(path))
        self.path = path


@dataclass
class Task:
    name: str
    minutes: int
    needs: list[str] = field(default_factory=list)
    priority: Priority = Priority.NORMAL
    state: State = State.PENDING


class Planner:
    def __init__(self, tasks: list[Task]) -> None:
        self.tasks = {task.name: task for task in tasks}
        for task in tasks:
            missing = [n for n in task.needs if n not in self.tasks]
            if missing:
                raise LookupError(f"{task.name} needs unknown {', '.join(missing)}")
        self._check_cycles()

    def _check_cycles(self) -> None:
        finished: set[str] = set()

        def visit(name: str, path: list[str]) -> None:
            if name in path:
                raise CycleError(path[path.index(name) :] + [name])
            if name in finished:
                return
            for other in self.tasks[name].needs:
                visit(other, path + [name])
            finished.add(name)

        for name in self.tasks:
            visit(name, [])

    def ready(self) -> list[Task]:
        return [
            t
            for t in self.tasks.values()
            if t.state is State.PENDING and all(self.tasks[n].state is State.DONE for n in t.needs)
        ]

    def run(self, workers: int) -> int:
        clock = 0
        running: list[tuple[int, str]] = []
        while True:
            waiting = sorted(self.ready(), key=lambda t: (-t.priority, t.name))
            for task in waiting[: workers - len(running)]:
                task.state = State.RUNNING
                heapq.heappush(running, (clock + task.minutes, task.name))
                print(f"{clock:>3} start {task.name} [{task.priority.name.lower()}]")
            if not running:
                return clock
            clock, name = heapq.heappop(running)
            self.tasks[name].state = State.DONE
            print(f"{clock:>3} done  {name}")


def project() -> list[Task]:
    return [
        Task("deploy", 3, ["test", "docs", "package"], Priority.HIGH),
        Task("fetch", 4),
        Task("compile", 10, ["fetch"], Priority.HIGH),
        Task("lint", 2, ["fetch"], Priority.LOW),
        Task("test", 8, ["compile"]),
        Task("docs", 5, ["fetch"]),
        Task("package", 2, ["compile", "lint"]),
    ]


def main() -> None:
    for workers in (1, 2):
        print(f"-- {workers} worker(s)")
        planner = Planner(project())
        print("total", planner.run(workers), "minutes")
        assert {t.state for t in planner.tasks.values()} == {State.DONE}

    try:
        Planner([Task("a", 1, ["b", "z"])])
    except LookupError as exc:
        print(type(exc).__name__, exc)

    broken = project()
    broken[1].needs.append("package")
    try:
        Planner(broken)
    except CycleError as exc:
        print(exc, f"({len(exc.path) - 1} tasks)")
        raise


if __name__ == "__main__":
    main()
