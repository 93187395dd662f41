"""A small stack machine with an assembler, labels and subroutines."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto


class Op(Enum):
    PUSH = auto()
    DUP = auto()
    ADD = auto()
    SUB = auto()
    MUL = auto()
    DIV = auto()
    LOAD = auto()
    STORE = auto()
    JMP = auto()
    JZ = auto()
    CALL = auto()
    RET = auto()
    PRINT = auto()
    HALT = auto()


class MachineError(RuntimeError):
    """Anything that goes wrong in assembling or running."""


@dataclass(frozen=True)
class Instruction:
    op: Op
    arg: int | str | None = None


def assemble(source: str) -> list[Instruction]:
    """Two passes: collect the labels, then resolve them."""
    labels: dict[str, int] = {}
    rows: list[list[str]] = []
    for line in source.splitlines():
        line = line.split(";")[0].strip()
        if not line:
            continue
        if line.endswith(":"):
            labels[line[:-1]] = len(rows)
        else:
            rows.append(line.split())

    program: list[Instruction] = []
    for row in rows:
        try:
            op = Op[row[0].upper()]
        except KeyError:
            raise MachineError(f"unknown instruction {row[0]!r}")
        arg: int | str | None = None
        if len(row) > 1:
            if op in (Op.JMP, Op.JZ, Op.CALL):
                arg = labels[row[1]]
            elif op is Op.PUSH:
                arg = int(row[1])
            else:
                arg = row[1]
        program.append(Instruction(op, arg))
    return program


@dataclass
class Machine:
    program: list[Instruction]
    stack: list[int] = field(default_factory=list)
    calls: list[int] = field(default_factory=list)
    memory: dict[str, int] = field(default_factory=dict)
    pc: int = 0
    steps: int = 0

    def pop(self) -> int:
        if not self.stack:
            raise MachineError(f"stack underflow at {self.pc} ({self.program[self.pc].op.name})")
        return self.stack.pop()

    def run(self, limit: int = 1000) -> None:
        while self.pc < len(self.program):
            if self.steps >= limit:
                raise MachineError(f"no end after {limit} steps")
            self.steps += 1
            ins = self.program[self.pc]
            if ins.op is Op.HALT:
                return
            self.execute(ins)
            self.pc += 1

    def execute(self, ins: Instruction) -> None:
        match ins.op:
            case Op.PUSH:
                self.stack.append(ins.arg)
            case Op.DUP:
                self.stack += [self.pop()] * 2
            case Op.ADD | Op.SUB | Op.MUL | Op.DIV:
                b, a = self.pop(), self.pop()
                if ins.op is Op.DIV and b == 0:
                    raise MachineError("division by zero")
                results = {Op.ADD: a + b, Op.SUB: a - b, Op.MUL: a * b}
                self.stack.append(a // b if ins.op is Op.DIV else results[ins.op])
            case Op.LOAD:
                self.stack.append(self.memory.get(ins.arg, 0))
            case Op.STORE:
                self.memory[ins.arg] = self.pop()
            case Op.JMP:
                self.pc = ins.arg - 1
            case Op.JZ:
                if self.pop() == 0:
                    self.pc = ins.arg - 1
            case Op.CALL:
                self.calls.append(self.pc)
                self.pc = ins.arg - 1
            case Op.RET:
                self.pc = self.calls.pop()
            case Op.PRINT:
                print("out:", self.pop())


FACTORIAL = """
    push 10
    store n
    push 1        ; the accumulator
loop:
    load n
    jz done
    load n
    mul
    load n
    push 1
    sub
    store n
    jmp loop
done:
    print
    halt
"""
SQUARES = "push 7\ncall square\nprint\npush 12\ncall square\nprint\nhalt\nsquare:\ndup\nmul\nret"

for title, code in {"factorial": FACTORIAL, "squares": SQUARES, "underflow": "push 1\nadd", "zero": "push 1\npush 0\ndiv",
                    "endless": "top:\njmp top", "typo": "psuh 3"}.items():
    print(f"-- {title}")
    try:
        machine = Machine(assemble(code))
        machine.run()
        print(f"{machine.steps} steps, stack {machine.stack}, memory {machine.memory}")
    except MachineError as exc:
        print("error:", exc)
