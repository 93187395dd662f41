"""A recursive-descent parser for arithmetic with variables and functions."""

import math
from dataclasses import dataclass
from typing import Callable, Optional


class ParseError(Exception):
    """Raised when the input is not a valid expression."""

    def __init__(self, message: str, position: int) -> None:
        super().__init__(f"{message} at position {position}")


@dataclass
class Token:
    kind: str
    text: str
    pos: int


def tokenize(source: str) -> list[Token]:
    tokens: list[Token] = []
    i = 0
    while i < len(source):
        ch = source[i]
        if ch.isspace():
            i += 1
        elif ch.isdigit() or ch == ".":
            start = i
            while i < len(source) and source[i] in "0123456789.":
                i += 1
            tokens.append(Token("num", source[start:i], start))
        elif ch.isalpha():
            start = i
            while i < len(source) and source[i].isalnum():
                i += 1
            tokens.append(Token("name", source[start:i], start))
        elif ch in "+-*/%^(),":
            tokens.append(Token("op", ch, i))
            i += 1
        else:
            raise ParseError(f"unexpected character {ch!r}", i)
    tokens.append(Token("end", "", len(source)))
    return tokens


FUNCTIONS: dict[str, Callable[..., float]] = {
    "sqrt": math.sqrt,
    "max": lambda *args: max(args),
    "abs": abs,
}


class Parser:
    """Evaluates while it parses; one method per precedence level."""

    def __init__(self, source: str, variables: Optional[dict[str, float]] = None) -> None:
        self.tokens = tokenize(source)
        self.index = 0
        self.variables = variables or {}

    @property
    def current(self) -> Token:
        return self.tokens[self.index]

    def accept(self, *texts: str) -> Optional[Token]:
        token = self.current
        if token.kind != "op" or token.text not in texts:
            return None
        self.index += 1
        return token

    def expect(self, text: str) -> None:
        if self.accept(text) is None:
            raise ParseError(f"expected {text!r}, found {self.current.text!r}", self.current.pos)

    def parse(self) -> float:
        value = self.expression()
        if self.current.kind != "end":
            raise ParseError(f"unexpected {self.current.text!r}", self.current.pos)
        return value

    def expression(self) -> float:
        value = self.term()
        while token := self.accept("+", "-"):
            right = self.term()
            value += right if token.text == "+" else -right
        return value

    def term(self) -> float:
        value = self.unary()
        while token := self.accept("*", "/", "%"):
            right = self.unary()
            if token.text == "*":
                value *= right
            elif right == 0:
                raise ZeroDivisionError(f"division by zero at position {token.pos}")
            else:
                value = value / right if token.text == "/" else value % right
        return value

    def unary(self) -> float:
        if self.accept("-"):
            return -self.unary()
        return self.power()

    def power(self) -> float:
        base = self.atom()
        return base ** self.unary() if self.accept("^") else base

    def atom(self) -> float:
        token = self.current
        if token.kind == "num":
            self.index += 1
            try:
                return float(token.text)
            except ValueError:
                raise ParseError(f"bad number {token.text!r}", token.pos) from None
        if token.kind == "name":
            self.index += 1
            if self.accept("("):
                return self.call(token)
            if token.text not in self.variables:
                raise ParseError(f"unknown variable {token.text!r}", token.pos)
            return self.variables[token.text]
        self.expect("(")
        value = self.expression()
        self.expect(")")
        return value

    def call(self, name: Token) -> float:
        if name.text not in FUNCTIONS:
            raise ParseError(f"unknown function {name.text!r}", name.pos)
        args = [self.expression()]
        while self.accept(","):
            args.append(self.expression())
        self.expect(")")
        return FUNCTIONS[name.text](*args)


if __name__ == "__main__":
    env = {"x": 3.0, "rate": 0.25}
    for text in ["1 + 2 * 3", "-(4 - 6) * x", "2 ^ 3 ^ 2", "-2 ^ 2", "sqrt(x * x + 16)", "max(1, x, 2) / abs(-4)",
                 "100 * (1 + rate)", "7 % 4", "-7 % 4", "1 / (x - 3)", "2 +", "(1 + 2", "y + 1", "3 $ 4", "1.2.3", "foo(1)"]:
        try:
            print(f"{text:<26} = {Parser(text, env).parse():g}")
        except (ParseError, ZeroDivisionError) as exc:
            print(f"{text:<26} ! {exc}")
