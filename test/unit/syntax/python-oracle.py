"""Compares printed files with their originals by CPython's own parser.

Reads lines of JSON, [path, printed text], and answers each with a line: "same", "skipped: why" or "differs: where".
"""

import ast
import json
import sys
import warnings


class Normal(ast.NodeTransformer):
    """What the AST of the extension does not tell apart is made equal here too."""

    def visit_UnaryOp(self, node):
        self.generic_visit(node)
        operand = node.operand
        if isinstance(node.op, ast.Not) and isinstance(operand, ast.Compare) and len(operand.ops) == 1:
            opposite = {ast.In: ast.NotIn, ast.Is: ast.IsNot}.get(type(operand.ops[0]))
            if opposite:
                operand.ops = [opposite()]
                return operand
        return node

    def visit_AnnAssign(self, node):
        # Whether the target stood in parentheses.
        self.generic_visit(node)
        node.simple = 0
        return node

    def visit_Constant(self, node):
        # Whether the literal had a `u`.
        node.kind = None
        return node


def dump(source, name):
    return ast.dump(Normal().visit(ast.parse(source, name)))


def compare(path, printed):
    try:
        with open(path, "rb") as file:
            original = dump(file.read(), path)
    except (SyntaxError, ValueError) as error:
        return f"skipped: {error}"
    try:
        ours = dump(printed, path)
    except (SyntaxError, ValueError) as error:
        return f"differs: {error!r}"
    if original == ours:
        return "same"
    at = next((i for i, pair in enumerate(zip(original, ours)) if pair[0] != pair[1]), 0)
    return f"differs: {original[max(0, at - 80):at + 80]} | {ours[max(0, at - 80):at + 80]}"


warnings.simplefilter("ignore")
sys.setrecursionlimit(10_000)
for line in sys.stdin:
    print(compare(*json.loads(line)).replace("\n", " "), flush=True)
