"""A shell-like walk through an in-memory file tree."""

import posixpath
from fnmatch import fnmatch

FILES = {
    "/home/ann/notes.txt": 120,
    "/home/ann/src/main.py": 2048,
    "/home/ann/src/util.py": 512,
    "/home/ann/src/data.tar.gz": 90000,
    "/home/bob/.profile": 64,
    "/var/log/syslog.1": 33000,
    "/var/log/app/error.log": 700,
}


def normalize(path, cwd="/"):
    """Resolve '.', '..', doubled slashes and '~' without touching a disk."""
    if path.startswith("~"):
        path = "/home/ann" + path[1:]
    if not path.startswith("/"):
        path = cwd + "/" + path
    stack = []
    for part in path.split("/"):
        if part in ("", "."):
            continue
        if part == "..":
            if stack:
                stack.pop()
        else:
            stack.append(part)
    return "/" + "/".join(stack)


def relative(path, start):
    a, b = normalize(path).split("/")[1:], normalize(start).split("/")[1:]
    common = 0
    while common < min(len(a), len(b)) and a[common] == b[common]:
        common += 1
    return "/".join([".."] * (len(b) - common) + a[common:]) or "."


def listing(directory):
    prefix = directory.rstrip("/") + "/"
    names = {}
    for path, size in FILES.items():
        if path.startswith(prefix):
            first, sep, _ = path[len(prefix):].partition("/")
            names[first + sep] = names.get(first + sep, 0) + size
    if not names:
        raise FileNotFoundError(directory)
    return names


def tree(directory, indent=0):
    for name, size in sorted(listing(directory).items()):
        print(f"{'  ' * indent}{name:<{20 - 2 * indent}}{size:>7}")
        if name.endswith("/"):
            tree(posixpath.join(directory, name), indent + 1)


cwd = "/"
for target in ["home", "ann/src/", "../../bob", "/var//log/./app", "..", "nowhere", "~"]:
    wanted = normalize(target, cwd)
    try:
        names = sorted(listing(wanted))
    except FileNotFoundError as e:
        print(f"cd: {target}: no such directory ({e})")
        continue
    cwd = wanted
    print(f"{cwd}$ ls -> {names}")

tree("/")
for path in FILES:
    assert normalize(path) == posixpath.normpath(path)
    base, ext = posixpath.splitext(posixpath.basename(path))
    print(f"{posixpath.dirname(path):<16} {base:<10} {ext or '-'}")

print([p for p in FILES if fnmatch(p, "*/src/*.py")])
for a, b in [("/home/ann/notes.txt", "/home/bob"), ("/var", "/var/log/app"), ("/var/log", "/var/log")]:
    print(a, "from", b, "=", relative(a, b), relative(a, b) == posixpath.relpath(a, b))
