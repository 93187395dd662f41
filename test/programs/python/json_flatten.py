"""Flatten nested JSON into dotted keys, restore it, and compare documents."""

import json

CONFIG = """
{
  "name": "demo", "version": 3, "ratio": 0.5, "active": true, "owner": null,
  "servers": [
    {"host": "a.example", "ports": [80, 443]},
    {"host": "b.example", "ports": []}
  ],
  "paths": {"root": "/srv", "cache": {}, "über": "ok"}
}
"""


def flatten(value, prefix=""):
    if isinstance(value, dict) and value:
        for key, inner in value.items():
            yield from flatten(inner, f"{prefix}.{key}" if prefix else key)
    elif isinstance(value, list) and value:
        for index, inner in enumerate(value):
            yield from flatten(inner, f"{prefix}[{index}]")
    else:
        yield prefix, value


def split_key(key):
    parts = []
    for piece in key.split("."):
        name, *indexes = piece.replace("]", "").split("[")
        parts.append(name)
        parts.extend(int(i) for i in indexes)
    return parts


def unflatten(pairs):
    root = {}
    for key, value in pairs:
        node = root
        *parents, last = split_key(key)
        following = parents[1:] + [last]
        for part, after in zip(parents, following):
            empty = [] if isinstance(after, int) else {}
            if isinstance(part, int):
                if part == len(node):
                    node.append(empty)
                node = node[part]
            else:
                node = node.setdefault(part, empty)
        if isinstance(last, int):
            node.append(value)
        else:
            node[last] = value
    return root


def compare(old, new):
    old, new = dict(flatten(old)), dict(flatten(new))
    for key in sorted(old.keys() | new.keys()):
        if key not in new:
            print(f"- {key} = {json.dumps(old[key])}")
        elif key not in old:
            print(f"+ {key} = {json.dumps(new[key])}")
        elif old[key] != new[key]:
            print(f"~ {key}: {json.dumps(old[key])} -> {json.dumps(new[key])}")


config = json.loads(CONFIG)
flat = dict(flatten(config))
for key, value in flat.items():
    print(f"{key:<20}{value!r}")

restored = unflatten(flat.items())
print("round trip:", restored == config)

changed = json.loads(CONFIG)
changed["version"] += 1
changed["servers"][1]["ports"].append(8080)
del changed["owner"]
changed["paths"]["cache"] = {"size": "1 GB", "warm": False}
compare(config, changed)

print(json.dumps(changed["paths"], indent=2, sort_keys=True, ensure_ascii=False))
print(json.dumps(changed["servers"], separators=(",", ":")))
try:
    json.loads('{"a": 1,}')
except json.JSONDecodeError as e:
    print("bad JSON in line", e.lineno)
