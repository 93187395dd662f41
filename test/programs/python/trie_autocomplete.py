"""Prefix search over a dictionary with a trie."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field


@dataclass
class TrieNode:
    children: dict[str, TrieNode] = field(default_factory=dict)
    count: int = 0  # how often a word ends here


class Trie:
    def __init__(self, words: Iterable[str] = ()) -> None:
        self.root = TrieNode()
        self._size = 0
        for word in words:
            self.insert(word)

    def __len__(self) -> int:
        return self._size

    def insert(self, word: str) -> None:
        node = self.root
        for char in word:
            node = node.children.setdefault(char, TrieNode())
        if node.count == 0:
            self._size += 1
        node.count += 1

    def _find(self, prefix: str) -> TrieNode | None:
        node = self.root
        for char in prefix:
            if char not in node.children:
                return None
            node = node.children[char]
        return node

    def __contains__(self, word: str) -> bool:
        node = self._find(word)
        return node is not None and node.count > 0

    def items(self, prefix: str = "") -> Iterator[tuple[str, int]]:
        start = self._find(prefix)
        if start is None:
            return
        stack: list[tuple[str, TrieNode]] = [(prefix, start)]
        while stack:
            word, node = stack.pop()
            if node.count:
                yield word, node.count
            for char in sorted(node.children, reverse=True):
                stack.append((word + char, node.children[char]))

    def suggest(self, prefix: str, limit: int = 3) -> list[str]:
        ranked = sorted(self.items(prefix), key=lambda item: (-item[1], item[0]))
        return [word for word, _ in ranked[:limit]]

    def remove(self, word: str) -> bool:
        path: list[tuple[TrieNode, str]] = []
        node = self.root
        for char in word:
            if char not in node.children:
                return False
            path.append((node, char))
            node = node.children[char]
        if node.count == 0:
            return False
        node.count = 0
        self._size -= 1
        # Cut the branch back to the last fork.
        for parent, char in reversed(path):
            child = parent.children[char]
            if child.children or child.count:
                break
            del parent.children[char]
        return True

    def longest_common_prefix(self) -> str:
        node, prefix = self.root, ""
        while len(node.children) == 1 and node.count == 0:
            (char, node), = node.children.items()
            prefix += char
        return prefix


TEXT = """the car and the cart carried a card to the carpet
the cat cared for the car and a caravan cart car"""


def main() -> None:
    trie = Trie(TEXT.split())
    print(f"{len(trie)} words")
    for prefix in ("ca", "car", "th", "x", ""):
        print(f"{prefix!r:6} -> {trie.suggest(prefix)}")
    print("cart" in trie, "carr" in trie)
    print(dict(trie.items("carp")), list(trie.items("cart")))

    print("remove cart:", trie.remove("cart"), "again:", trie.remove("cart"))
    print("carpet still there:", "carpet" in trie, "/", len(trie), "left")
    print([w for w, n in trie.items() if n > 1])

    flowers = Trie(["flower", "flow", "flown", "flowing"])
    print("common prefix:", flowers.longest_common_prefix())
    print("common prefix:", repr(Trie(["a", "b"]).longest_common_prefix()))


if __name__ == "__main__":
    main()
