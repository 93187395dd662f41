"""Plane geometry with frozen dataclasses and a small hierarchy of shapes."""

from __future__ import annotations

import math
from abc import ABC, abstractmethod
from dataclasses import dataclass, replace


@dataclass(frozen=True, order=True)
class Vec:
    x: float
    y: float

    def __add__(self, other: Vec) -> Vec:
        return Vec(self.x + other.x, self.y + other.y)

    def __sub__(self, other: Vec) -> Vec:
        return Vec(self.x - other.x, self.y - other.y)

    def __mul__(self, factor: float) -> Vec:
        return Vec(self.x * factor, self.y * factor)

    def __abs__(self) -> float:
        return math.hypot(self.x, self.y)

    def cross(self, other: Vec) -> float:
        return self.x * other.y - self.y * other.x

    def rotated(self, degrees: float) -> Vec:
        angle = math.radians(degrees)
        cos, sin = math.cos(angle), math.sin(angle)
        return Vec(self.x * cos - self.y * sin, self.x * sin + self.y * cos)


class Shape(ABC):
    @abstractmethod
    def area(self) -> float: ...

    @abstractmethod
    def perimeter(self) -> float: ...

    @property
    def compactness(self) -> float:
        """1 for a circle, less for everything else."""
        return 4 * math.pi * self.area() / self.perimeter() ** 2

    def describe(self) -> str:
        return f"{type(self).__name__}: area {self.area():.2f}, perimeter {self.perimeter():.2f}"


@dataclass
class Circle(Shape):
    center: Vec
    radius: float

    def area(self) -> float:
        return math.pi * self.radius**2

    def perimeter(self) -> float:
        return math.tau * self.radius


class Polygon(Shape):
    def __init__(self, *points: Vec) -> None:
        if len(points) < 3:
            raise ValueError(f"a polygon needs 3 points, not {len(points)}")
        self.points = points

    def edges(self) -> list[tuple[Vec, Vec]]:
        return list(zip(self.points, self.points[1:] + self.points[:1]))

    def signed_area(self) -> float:
        return sum(a.cross(b) for a, b in self.edges()) / 2

    def area(self) -> float:
        return abs(self.signed_area())

    def perimeter(self) -> float:
        return sum(abs(b - a) for a, b in self.edges())

    def is_convex(self) -> bool:
        turns = set()
        n = len(self.points)
        for i in range(n):
            a, b, c = self.points[i], self.points[(i + 1) % n], self.points[(i + 2) % n]
            turns.add((b - a).cross(c - b) > 0)
        return len(turns) == 1

    def contains(self, p: Vec) -> bool:
        inside = False
        for a, b in self.edges():
            if (a.y > p.y) != (b.y > p.y):
                if p.x < a.x + (p.y - a.y) * (b.x - a.x) / (b.y - a.y):
                    inside = not inside
        return inside


class Rectangle(Polygon):
    def __init__(self, corner: Vec, width: float, height: float) -> None:
        super().__init__(
            corner, corner + Vec(width, 0), corner + Vec(width, height), corner + Vec(0, height)
        )
        self.width = width
        self.height = height

    def describe(self) -> str:
        kind = "square" if math.isclose(self.width, self.height) else "oblong"
        return super().describe() + f" ({kind})"


def main() -> None:
    arrow = Polygon(Vec(0, 0), Vec(4, 0), Vec(4, 4), Vec(2, 1))
    shapes: list[Shape] = [Circle(Vec(1, 1), 2), Rectangle(Vec(-1, 0), 3, 0.1 * 30), Rectangle(Vec(0, 0), 5, 2), arrow]
    for shape in sorted(shapes, key=lambda s: s.compactness, reverse=True):
        print(f"{shape.compactness:.3f} {shape.describe()}")
        if isinstance(shape, Polygon):
            print("      convex" if shape.is_convex() else "      not convex", shape.contains(Vec(3, 1.5)), shape.contains(Vec(1, 3)))

    p = Vec(3.0, 4.0)
    q = p.rotated(90)
    print(abs(p), f"({q.x:.1f}, {q.y:.1f})", p * 2, p == Vec(3, 4), replace(p, y=0))
    print(min(Vec(1, 5), Vec(1, 2), Vec(2, 0)), len({p, Vec(3, 4), q}))
    try:
        p.x = 7  # type: ignore[misc]
    except AttributeError as err:
        print("frozen:", err)
    try:
        Polygon(p, q)
    except ValueError as err:
        print("error:", err)


if __name__ == "__main__":
    main()
