package main

import (
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"
)

type Node interface {
	Eval(env map[string]float64) (float64, error)
}

type Number float64
type Variable string
type Binary struct {
	Op          byte
	Left, Right Node
}

var ErrDivideByZero = errors.New("division by zero")

// SyntaxError reports where parsing went wrong.
type SyntaxError struct {
	Pos int
	Msg string
}

func (e *SyntaxError) Error() string { return fmt.Sprintf("syntax error at %d: %s", e.Pos, e.Msg) }

func (n Number) Eval(map[string]float64) (float64, error) { return float64(n), nil }

func (v Variable) Eval(env map[string]float64) (float64, error) {
	if x, ok := env[string(v)]; ok {
		return x, nil
	}
	return 0, fmt.Errorf("undefined variable %q", string(v))
}

func (b *Binary) Eval(env map[string]float64) (float64, error) {
	l, errLeft := b.Left.Eval(env)
	r, errRight := b.Right.Eval(env)
	if errLeft != nil || errRight != nil {
		return 0, errors.Join(errLeft, errRight)
	}
	if b.Op == '/' && r == 0 {
		return 0, fmt.Errorf("evaluating %s: %w", b, ErrDivideByZero)
	}
	return operators[b.Op].apply(l, r), nil
}
func (b *Binary) String() string { return fmt.Sprintf("(%v %c %v)", b.Left, b.Op, b.Right) }

var operators = map[byte]struct {
	precedence int
	apply      func(l, r float64) float64
}{
	'+': {1, func(l, r float64) float64 { return l + r }},
	'-': {1, func(l, r float64) float64 { return l - r }},
	'*': {2, func(l, r float64) float64 { return l * r }},
	'/': {2, func(l, r float64) float64 { return l / r }},
	'^': {3, math.Pow},
}

type parser struct {
	src string
	pos int
}

func (p *parser) peek() byte {
	for ; p.pos < len(p.src); p.pos++ {
		if c := p.src[p.pos]; c != ' ' {
			return c
		}
	}
	return 0
}

func (p *parser) binary(minPrec int) (Node, error) {
	left, err := p.operand()
	for err == nil {
		op := p.peek()
		prec := operators[op].precedence
		if prec < minPrec {
			return left, nil
		}
		p.pos++
		if op != '^' { // the others are left associative
			prec++
		}
		b := &Binary{Op: op, Left: left}
		b.Right, err = p.binary(prec)
		left = b
	}
	return nil, err
}

func (p *parser) operand() (Node, error) {
	switch c := p.peek(); {
	case c == '(':
		p.pos++
		n, err := p.binary(1)
		if err == nil && p.peek() != ')' {
			err = &SyntaxError{p.pos, "missing )"}
		}
		p.pos++
		return n, err
	case c >= '0' && c <= '9':
		text := strings.TrimSuffix(p.src[p.pos:], strings.TrimLeft(p.src[p.pos:], "0123456789."))
		f, err := strconv.ParseFloat(text, 64)
		if err != nil {
			return nil, &SyntaxError{p.pos, "bad number " + text}
		}
		p.pos += len(text)
		return Number(f), nil
	case c >= 'a' && c <= 'z':
		p.pos++
		return Variable(c), nil
	}
	return nil, &SyntaxError{p.pos, "expected an operand"}
}

func calculate(src string, env map[string]float64) (float64, Node, error) {
	p := &parser{src: src}
	tree, err := p.binary(1)
	if err != nil {
		return 0, nil, err
	}
	if p.peek() != 0 {
		return 0, nil, &SyntaxError{p.pos, "trailing input"}
	}
	v, err := tree.Eval(env)
	return v, tree, err
}

func main() {
	env := map[string]float64{"x": 2.5, "y": -4}
	for _, src := range []string{"1 + 2*3", "2^3^2", "(x - y) / 2", "x*8 - y", "10 / (y + 4)", "1 +", "(3", "4 5", "z * 2", "1..2", "#"} {
		v, tree, err := calculate(src, env)
		var syntax *SyntaxError
		switch {
		case errors.As(err, &syntax):
			fmt.Printf("%-14s column %d: %s\n", src, syntax.Pos+1, syntax.Msg)
		case err != nil:
			fmt.Printf("%-14s error: %v (math: %t)\n", src, err, errors.Is(err, ErrDivideByZero))
		default:
			fmt.Printf("%-14s %v = %.4g\n", src, tree, v)
		}
	}
}
