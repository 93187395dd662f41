"""Expression trees: evaluate, print and differentiate them with visitors."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import Generic, TypeVar, Union

T = TypeVar("T")


@dataclass(frozen=True)
class Num:
    value: float


@dataclass(frozen=True)
class Var:
    name: str


@dataclass(frozen=True)
class BinOp:
    op: str
    left: Expr
    right: Expr


Expr = Union[Num, Var, BinOp]


class Visitor(ABC, Generic[T]):
    def visit(self, node: Expr) -> T:
        if isinstance(node, Num):
            return self.visit_num(node)
        if isinstance(node, Var):
            return self.visit_var(node)
        return self.visit_binop(node)

    @abstractmethod
    def visit_num(self, node: Num) -> T: ...

    @abstractmethod
    def visit_var(self, node: Var) -> T: ...

    @abstractmethod
    def visit_binop(self, node: BinOp) -> T: ...


class Evaluator(Visitor[float]):
    def __init__(self, env: dict[str, float]) -> None:
        self.env = env

    def visit_num(self, node: Num) -> float:
        return node.value

    def visit_var(self, node: Var) -> float:
        if node.name not in self.env:
            raise NameError(f"variable '{node.name}' has no value")
        return self.env[node.name]

    def visit_binop(self, node: BinOp) -> float:
        left, right = self.visit(node.left), self.visit(node.right)
        match node.op:
            case "+":
                return left + right
            case "-":
                return left - right
            case "*":
                return left * right
            case "/":
                return left / right
            case other:
                raise ValueError(f"unknown operator {other!r}")


class Printer(Visitor[str]):
    PRECEDENCE = {"+": 1, "-": 1, "*": 2, "/": 2}

    def visit_num(self, node: Num) -> str:
        return f"{node.value:g}"

    def visit_var(self, node: Var) -> str:
        return node.name

    def visit_binop(self, node: BinOp) -> str:
        return f"{self._child(node, node.left, 0)} {node.op} {self._child(node, node.right, 1)}"

    def _child(self, parent: BinOp, child: Expr, slack: int) -> str:
        text = self.visit(child)
        if isinstance(child, BinOp):
            if self.PRECEDENCE[child.op] < self.PRECEDENCE[parent.op] + slack:
                return f"({text})"
        return text


def simplify(expr: Expr) -> Expr:
    match expr:
        case BinOp(op, left, right):
            left, right = simplify(left), simplify(right)
            match (op, left, right):
                case (_, Num(), Num()):
                    return Num(Evaluator({}).visit(BinOp(op, left, right)))
                case ("*", Num(0), _) | ("*", _, Num(0)):
                    return Num(0)
                case ("*", Num(1), x) | ("*", x, Num(1)) | ("+", Num(0), x) | ("+", x, Num(0)) | ("-", x, Num(0)):
                    return x
            return BinOp(op, left, right)
        case _:
            return expr


def derive(expr: Expr, var: str) -> Expr:
    match expr:
        case Num():
            return Num(0)
        case Var(name):
            return Num(1 if name == var else 0)
        case BinOp("+" | "-" as op, a, b):
            return BinOp(op, derive(a, var), derive(b, var))
        case BinOp("*", a, b):
            return BinOp("+", BinOp("*", derive(a, var), b), BinOp("*", a, derive(b, var)))
    raise ValueError("cannot derive " + Printer().visit(expr))


def main() -> None:
    x, y = Var("x"), Var("y")
    poly = BinOp("-", BinOp("*", BinOp("+", x, Num(2)), x), BinOp("-", y, Num(0.5)))
    show = Printer()
    print("f  =", show.visit(poly))
    print("f' =", show.visit(derive(poly, "x")))
    print("   =", show.visit(simplify(derive(poly, "x"))))
    for xv in range(-1, 3):
        env = {"x": float(xv), "y": 1.0}
        print(f"f({xv}) = {Evaluator(env).visit(poly)}, f'({xv}) = {Evaluator(env).visit(derive(poly, 'x'))}")
    print(simplify(BinOp("*", Num(6), Num(7))) == Num(42.0))

    for bad in (BinOp("/", x, Num(0)), BinOp("%", x, y), BinOp("+", Var("z"), x)):
        try:
            print(Evaluator({"x": 1, "y": 2}).visit(bad))
        except (ZeroDivisionError, ValueError, NameError) as exc:
            print(f"{type(exc).__name__}: {exc}")


if __name__ == "__main__":
    main()
