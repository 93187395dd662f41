import math
from abc import ABC, abstractmethod


class Shape(ABC):
    """Base of all shapes; subclasses say how big they are."""

    def __init__(self, *dims):
        self.dims = dims

    @abstractmethod
    def area(self):
        ...

    @abstractmethod
    def perimeter(self):
        ...

    def compactness(self):
        return 4 * math.pi * self.area() / self.perimeter() ** 2

    def __lt__(self, other):
        return self.area() < other.area()

    def __repr__(self):
        return f"{type(self).__name__}({', '.join(str(d) for d in self.dims)})"


REGISTRY = {}


def register(cls):
    """Class decorator: make a shape known under its lower case name."""
    REGISTRY[cls.__name__.lower()] = cls
    return cls


@register
class Circle(Shape):
    def __init__(self, radius):
        super().__init__(radius)
        self.radius = radius

    def area(self):
        return math.pi * self.radius ** 2

    def perimeter(self):
        return 2 * math.pi * self.radius


@register
class Rectangle(Shape):
    def __init__(self, width, height):
        super().__init__(width, height)
        self.width = width
        self.height = height

    def area(self):
        return self.width * self.height

    def perimeter(self):
        return 2 * (self.width + self.height)


@register
class Square(Rectangle):
    def __init__(self, side):
        super().__init__(side, side)
        self.dims = (side,)


@register
class Triangle(Shape):
    def __init__(self, a, b, c):
        if max(a, b, c) * 2 >= a + b + c:
            raise ValueError(f"sides {a}, {b}, {c} make no triangle")
        super().__init__(a, b, c)
        self.a, self.b, self.c = a, b, c

    def area(self):
        s = self.perimeter() / 2
        return math.sqrt(s * (s - self.a) * (s - self.b) * (s - self.c))

    def perimeter(self):
        return self.a + self.b + self.c


def parse(line):
    name, *numbers = line.split()
    try:
        cls = REGISTRY[name]
    except KeyError:
        raise ValueError(f"unknown shape {name!r}") from None
    return cls(*map(float, numbers))


if __name__ == "__main__":
    shapes = []
    for line in ["circle 1.5", "rectangle 2 4.5", "square 3", "triangle 3 4 5", "triangle 1 2 3", "blob 7", "circle x"]:
        try:
            shapes.append(parse(line))
        except ValueError as err:
            print("skipped:", err)

    for s in sorted(shapes, reverse=True):
        print(f"{s!r:<36}{s.area():8.3f}{s.perimeter():9.3f}{s.compactness():7.3f}")
    print("largest:", max(shapes))
    print("total area: %.2f" % sum(s.area() for s in shapes))
    print("rectangles:", sum(isinstance(s, Rectangle) for s in shapes), "of", len(shapes))
    print("known:", ", ".join(sorted(REGISTRY)))
