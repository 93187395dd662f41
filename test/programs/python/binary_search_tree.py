"""A binary search tree that maps keys to values."""


class Node:
    def __init__(self, key, value):
        self.key = key
        self.value = value
        self.left = None
        self.right = None


class TreeMap:
    def __init__(self, pairs=()):
        self.root = None
        self.size = 0
        for key, value in pairs:
            self[key] = value

    def __len__(self):
        return self.size

    def __setitem__(self, key, value):
        if self.root is None:
            self.root = Node(key, value)
            self.size = 1
            return
        node = self.root
        while True:
            if key == node.key:
                node.value = value
                return
            if key < node.key:
                if node.left is None:
                    node.left = Node(key, value)
                    break
                node = node.left
            else:
                if node.right is None:
                    node.right = Node(key, value)
                    break
                node = node.right
        self.size += 1

    def __getitem__(self, key):
        node = self.root
        while node:
            if key == node.key:
                return node.value
            node = node.left if key < node.key else node.right
        raise KeyError(key)

    def __contains__(self, key):
        try:
            self[key]
            return True
        except KeyError:
            return False

    def __iter__(self):
        yield from self._walk(self.root)

    def _walk(self, node):
        if node is not None:
            yield from self._walk(node.left)
            yield node.key
            yield from self._walk(node.right)

    def __delitem__(self, key):
        self.root = self._delete(self.root, key)
        self.size -= 1

    def _delete(self, node, key):
        if node is None:
            raise KeyError(key)
        if key < node.key:
            node.left = self._delete(node.left, key)
        elif key > node.key:
            node.right = self._delete(node.right, key)
        elif node.left is None:
            return node.right
        elif node.right is None:
            return node.left
        else:
            # Two children: the next larger key takes the place.
            heir = node.right
            while heir.left is not None:
                heir = heir.left
            node.key, node.value = heir.key, heir.value
            node.right = self._delete(node.right, heir.key)
        return node

    def height(self):
        def depth(node):
            return 0 if node is None else 1 + max(depth(node.left), depth(node.right))

        return depth(self.root)

    def floor(self, key):
        """The largest key that is not above the given one, or None."""
        best, node = None, self.root
        while node:
            if node.key == key:
                return key
            if node.key < key:
                best, node = node.key, node.right
            else:
                node = node.left
        return best


if __name__ == "__main__":
    grades = TreeMap([(50, "E"), (60, "D"), (90, "A"), (70, "C"), (80, "B"), (0, "F")])
    print(list(grades), len(grades), "height", grades.height())
    for points in (95, 80, 79, 12, -1):
        limit = grades.floor(points)
        print(points, "->", "none" if limit is None else grades[limit])

    grades[60] = "D+"
    print(grades[60], 60 in grades, 61 in grades)
    del grades[50]
    del grades[90]
    print([(k, grades[k]) for k in grades])
    try:
        del grades[55]
    except KeyError as e:
        print("no key", e)

    words = TreeMap()
    for word in "it was the best of times it was the worst of times".split():
        words[word] = words[word] + 1 if word in words else 1
    print(", ".join(f"{w}={words[w]}" for w in words))
    print(len(words), "words, height", words.height(), "floor of 'on':", words.floor("on"))
