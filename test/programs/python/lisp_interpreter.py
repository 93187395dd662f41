"""A small Lisp: reader, environment with closures, and an evaluator."""

from __future__ import annotations

import operator
from functools import reduce
from typing import Any, Callable, Optional


class LispError(Exception):
    pass


class Symbol(str):
    pass


class Env:
    def __init__(self, outer: Optional[Env] = None) -> None:
        self.values: dict[str, Any] = {}
        self.outer = outer

    def find(self, name: str) -> Env:
        env: Optional[Env] = self
        while env is not None:
            if name in env.values:
                return env
            env = env.outer
        raise LispError(f"undefined symbol {name}")

    def __getitem__(self, name: str) -> Any:
        return self.find(name).values[name]

    def __setitem__(self, name: str, value: Any) -> None:
        self.values[name] = value


class Lambda:
    def __init__(self, params: list[Symbol], body: list[Any], env: Env) -> None:
        self.params = params
        self.body = body
        self.env = env

    def __call__(self, *args: Any) -> Any:
        if len(args) != len(self.params):
            raise LispError(f"expected {len(self.params)} arguments, got {len(args)}")
        env = Env(self.env)
        for param, arg in zip(self.params, args):
            env[param] = arg
        result = None
        for form in self.body:
            result = evaluate(form, env)
        return result


def read(tokens: list[str]) -> Any:
    if not tokens:
        raise LispError("unexpected end of input")
    token = tokens.pop(0)
    if token == "(":
        items = []
        while tokens and tokens[0] != ")":
            items.append(read(tokens))
        if not tokens:
            raise LispError("missing )")
        tokens.pop(0)
        return items
    if token == ")":
        raise LispError("unexpected )")
    for convert in (int, float):
        try:
            return convert(token)
        except ValueError:
            pass
    return Symbol(token)


def parse(source: str) -> list[Any]:
    tokens = source.replace("(", " ( ").replace(")", " ) ").split()
    forms = []
    while tokens:
        forms.append(read(tokens))
    return forms


def evaluate(form: Any, env: Env) -> Any:
    if isinstance(form, Symbol):
        return env[form]
    if not isinstance(form, list):
        return form
    if not form:
        return []
    head, *rest = form
    if head == "quote":
        return rest[0]
    if head == "if":
        branch = rest[1] if evaluate(rest[0], env) else rest[2]
        return evaluate(branch, env)
    if head == "define":
        env[rest[0]] = evaluate(rest[1], env)
        return None
    if head == "set!":
        env.find(rest[0])[rest[0]] = evaluate(rest[1], env)
        return None
    if head == "lambda":
        return Lambda(rest[0], rest[1:], env)
    func: Callable[..., Any] = evaluate(head, env)
    if not callable(func):
        raise LispError(f"{show(func)} is not a function")
    return func(*[evaluate(arg, env) for arg in rest])


def show(value: Any) -> str:
    if isinstance(value, bool):
        return "#t" if value else "#f"
    if isinstance(value, list):
        return "(" + " ".join(map(show, value)) + ")"
    return "<function>" if callable(value) else str(value)


def standard() -> Env:
    env = Env()
    env.values.update({
        "+": lambda *a: sum(a), "*": lambda *a: reduce(operator.mul, a, 1), "-": operator.sub, "/": operator.truediv,
        "<": operator.lt, "=": operator.eq, "list": lambda *a: list(a), "first": lambda x: x[0], "rest": lambda x: x[1:],
        "cons": lambda x, y: [x] + y, "empty?": lambda x: len(x) == 0, "map": lambda f, x: [f(i) for i in x],
    })
    return env


SESSION = """(+ 1 2 (* 3 4))
(define fact (lambda (n) (if (< n 2) 1 (* n (fact (- n 1))))))  (fact 25)
(define counter (lambda (n) (lambda () (set! n (+ n 1)) n)))  (define c (counter 10))  (list (c) (c))
(define compose (lambda (f g) (lambda (x) (f (g x)))))  (map (compose fact (lambda (x) (* x 2))) (quote (1 2 3)))
(cons (quote (a 1.5)) (rest (list 1 (< 1 2) (= 1 2))))  fact  (/ 7 2)
(undefined 1)
(fact 1 2)
(1 2)
(list 1 (2)"""

if __name__ == "__main__":
    env = standard()
    for line in SESSION.splitlines():
        try:
            results = [evaluate(form, env) for form in parse(line)]
            print(*[show(r) for r in results if r is not None], sep="\n")
        except LispError as exc:
            print("error:", exc)
