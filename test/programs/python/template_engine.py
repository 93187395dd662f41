"""Render text templates with {{ variables }}, filters, loops and conditions."""

from __future__ import annotations

import re
from typing import Any

TAG = re.compile(r"({{.*?}}|{%.*?%})")


class TemplateError(Exception):
    pass


class UnknownFilter(TemplateError):
    def __init__(self, name: str) -> None:
        super().__init__(f"unknown filter: {name}")
        self.name = name


FILTERS = {
    "upper": lambda v: str(v).upper(),
    "title": lambda v: str(v).title(),
    "length": len,
    "money": lambda v: f"{v:,.2f}",
}


def lookup(path: str, context: dict[str, Any]) -> Any:
    value: Any = context
    for part in path.split("."):
        if isinstance(value, dict) and part in value:
            value = value[part]
        else:
            raise TemplateError(f"undefined: {path}")
    return value


def evaluate(expression: str, context: dict[str, Any]) -> Any:
    path, *filters = [piece.strip() for piece in expression.split("|")]
    value = lookup(path, context)
    for name in filters:
        if name not in FILTERS:
            raise UnknownFilter(name)
        value = FILTERS[name](value)
    return value


class Template:
    def __init__(self, source: str) -> None:
        self.parts = TAG.split(source)

    def render(self, context: dict[str, Any]) -> str:
        out: list[str] = []
        end = self._block(0, context, out, True)
        if end < len(self.parts):
            raise TemplateError(f"unexpected {self.parts[end]}")
        return "".join(out)

    def _block(self, i: int, context: dict[str, Any], out: list[str], active: bool) -> int:
        """Render from part i to the matching end tag and return its index."""
        while i < len(self.parts):
            part = self.parts[i]
            if part.startswith("{{"):
                if active:
                    out.append(str(evaluate(part[2:-2], context)))
            elif part.startswith("{%"):
                words = part[2:-2].split()
                if words[0] == "end":
                    return i
                if words[0] == "if":
                    i = self._block(i + 1, context, out, active and bool(lookup(words[1], context)))
                elif words[0] == "for" and words[2] == "in":
                    i = self._loop(i + 1, words[1], words[3], context, out, active)
                else:
                    raise TemplateError(f"bad tag: {part}")
                if i == len(self.parts):
                    raise TemplateError(f"missing end of {words[0]}")
            elif active:
                out.append(part)
            i += 1
        return i

    def _loop(self, start: int, var: str, path: str, context: dict[str, Any], out: list[str], active: bool) -> int:
        items = lookup(path, context) if active else []
        end = self._block(start, context, [], False)
        for number, item in enumerate(items, 1):
            self._block(start, {**context, var: item, "index": number}, out, True)
        return end


INVOICE = """Dear {{ customer.name | title }},
{% for item in items %}{{ index }}. {{ item.label }}: {{ item.price | money }}{% if item.rebate %} (reduced){% end %}
{% end %}{% if paid %}Thank you!{% end %}{{ items | length }} items"""

DATA = {
    "customer": {"name": "ada lovelace"},
    "paid": False,
    "items": [
        {"label": "Engine", "price": 12500, "rebate": True},
        {"label": "Cards", "price": 3.5, "rebate": False},
    ],
}

if __name__ == "__main__":
    print(Template(INVOICE).render(DATA))
    print(Template("{% if paid %}yes{% end %}no").render({**DATA, "paid": True}))
    for broken in ("{{ nobody }}", "{{ paid | shout }}", "{% if paid %}", "a{% end %}b", "{% while x %}"):
        try:
            print(Template(broken).render(DATA))
        except UnknownFilter as e:
            print("no such filter", repr(e.name))
        except TemplateError as e:
            print(type(e).__name__, "-", e)
