"""A to-do list driven by commands on standard input."""

import sys

COMMANDS = {}


class UsageError(Exception):
    pass


def command(name, *aliases):
    """Register a function as a command, also under its aliases."""

    def register(func):
        for key in (name, *aliases):
            COMMANDS[key] = func
        return func

    return register


class TodoList:
    def __init__(self):
        self.items = {}
        self.next_id = 1
        self.history = []

    def find(self, text):
        try:
            return self.items[int(text)]
        except ValueError:
            raise UsageError(f"{text!r} is not a number") from None
        except KeyError:
            raise UsageError(f"no item {text}") from None


@command("add", "a")
def add(todo, *words):
    """add TEXT [!] [#tag] - create an item"""
    tags = [w[1:] for w in words if w.startswith("#")]
    title = " ".join(w for w in words if w != "!" and not w.startswith("#"))
    if not title:
        raise UsageError("nothing to add")
    item = {"id": todo.next_id, "title": title, "done": False, "urgent": "!" in words, "tags": tags}
    todo.items[todo.next_id] = item
    todo.next_id += 1
    print(f"added #{item['id']}")


@command("done", "d")
def done(todo, *ids):
    """done ID... - tick items off"""
    for item in [todo.find(i) for i in ids]:
        item["done"] = True
        print("done:", item["title"])


@command("list", "ls")
def show(todo, tag=None):
    """list [TAG] - show the items"""
    chosen = [i for i in todo.items.values() if tag is None or tag in i["tags"]]
    for item in sorted(chosen, key=lambda i: (i["done"], not i["urgent"], i["id"])):
        box = "x" if item["done"] else " "
        mark = "!" if item["urgent"] else " "
        tags = " ".join(f"({t})" for t in item["tags"])
        print(f"{item['id']:>3} [{box}]{mark}{item['title']} {tags}".rstrip())
    print(f"{sum(i['done'] for i in chosen)}/{len(chosen)} done")


@command("rm")
def remove(todo, item_id):
    """rm ID - remove an item"""
    del todo.items[todo.find(item_id)["id"]]


@command("help", "?")
def usage(todo):
    """help - show this"""
    for func in sorted(set(COMMANDS.values()), key=lambda f: f.__name__):
        names = "/".join(k for k, f in COMMANDS.items() if f is func)
        print(f"  {names:<8} {func.__doc__}")


def main():
    todo = TodoList()
    for line in sys.stdin:
        name, *args = line.split() or ["#"]
        if name.startswith("#"):
            continue
        print(">", line.strip())
        if name in ("quit", "exit"):
            break
        try:
            func = COMMANDS[name.lower()]
            func(todo, *args)
            todo.history.append(name)
        except KeyError:
            print("unknown command:", name)
        except UsageError as e:
            print("error:", e)
        except TypeError:
            print("usage:", COMMANDS[name.lower()].__doc__)
    print(len(todo.history), "commands:", " ".join(todo.history))


if __name__ == "__main__":
    main()
