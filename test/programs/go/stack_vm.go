package main

import (
	"errors"
	"fmt"
	"strings"
)

type Opcode uint8

const (
	OpPush Opcode = iota
	OpAdd
	OpSub
	OpMul
	OpDup
	OpSwap
	OpJumpIfNot
	OpJump
	OpPrint
	OpHalt
)

var names = map[Opcode]string{
	OpPush: "push", OpAdd: "add", OpSub: "sub", OpMul: "mul", OpDup: "dup",
	OpSwap: "swap", OpJumpIfNot: "jz", OpJump: "jmp", OpPrint: "print", OpHalt: "halt",
}

var (
	errUnderflow = errors.New("stack underflow")
	errOpcode    = errors.New("bad opcode")
)

type Stack[T any] struct{ items []T }

func (s *Stack[T]) Push(v T) { s.items = append(s.items, v) }

func (s *Stack[T]) Pop() (T, error) {
	var zero T
	if len(s.items) == 0 {
		return zero, errUnderflow
	}
	v := s.items[len(s.items)-1]
	s.items = s.items[:len(s.items)-1]
	return v, nil
}

type VM struct {
	code  []byte
	ip    int
	stack Stack[int32]
	out   strings.Builder
}

func (vm *VM) operand() int {
	v := int(int8(vm.code[vm.ip]))
	vm.ip++
	return v
}

func (vm *VM) pop2() (a, b int32, err error) {
	if b, err = vm.stack.Pop(); err != nil {
		return
	}
	a, err = vm.stack.Pop()
	return
}

func (vm *VM) step() (done bool, err error) {
	op := Opcode(vm.code[vm.ip])
	defer func() {
		if err != nil {
			err = fmt.Errorf("%s: %w", names[op], err)
		}
	}()
	vm.ip++
	switch op {
	case OpPush:
		vm.stack.Push(int32(vm.operand()))
	case OpAdd, OpSub, OpMul, OpSwap:
		a, b, err := vm.pop2()
		if err != nil {
			return false, err
		}
		switch op {
		case OpAdd:
			vm.stack.Push(a + b)
		case OpSub:
			vm.stack.Push(a - b)
		case OpMul:
			vm.stack.Push(a * b) // wraps around like the hardware
		default:
			vm.stack.Push(b)
			vm.stack.Push(a)
		}
	case OpDup:
		v, err := vm.stack.Pop()
		if err != nil {
			return false, err
		}
		vm.stack.Push(v)
		vm.stack.Push(v)
	case OpJump, OpJumpIfNot:
		offset := vm.operand()
		if op == OpJumpIfNot {
			if v, err := vm.stack.Pop(); err != nil || v != 0 {
				return false, err
			}
		}
		vm.ip += offset
	case OpPrint:
		v, err := vm.stack.Pop()
		if err != nil {
			return false, err
		}
		fmt.Fprintf(&vm.out, "%d ", v)
	case OpHalt:
		return true, nil
	default:
		return true, fmt.Errorf("%w 0x%02x at %d", errOpcode, byte(op), vm.ip-1)
	}
	return false, nil
}

// run executes code until it halts, fails or ends.
func run(code []byte) (string, error) {
	vm := &VM{code: code}
	for vm.ip < len(vm.code) {
		done, err := vm.step()
		if done || err != nil {
			return vm.out.String(), err
		}
	}
	return vm.out.String(), nil
}

func main() {
	b := func(o Opcode) byte { return byte(o) }
	programs := [][]byte{
		{b(OpPush), 2, b(OpPush), 0xfd, b(OpMul), b(OpPrint), b(OpHalt)},
		// count down from 5
		{b(OpPush), 5, b(OpDup), b(OpPrint), b(OpPush), 1, b(OpSub), b(OpDup), b(OpJumpIfNot), 2, b(OpJump), 0xf6, b(OpHalt)},
		{b(OpPush), 1, b(OpAdd)},
		{b(OpPush), 9, b(OpPrint), 0xee},
	}
	for i, p := range programs {
		out, err := run(p)
		fmt.Printf("%d: % x\n   out=%q err=%v underflow=%t\n", i, p, out, err, errors.Is(err, errUnderflow))
	}
}
