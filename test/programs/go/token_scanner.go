package main

import (
	"fmt"
	"strings"
	"unicode"
)

// Kind classifies a token.
type Kind int

const (
	EOF Kind = iota
	Ident
	Keyword
	Int
	Float
	String
	Operator
	Illegal
)

var kindNames = [...]string{"EOF", "Ident", "Keyword", "Int", "Float", "String", "Operator", "Illegal"}

func (k Kind) String() string {
	if int(k) < len(kindNames) {
		return kindNames[k]
	}
	return fmt.Sprintf("Kind(%d)", int(k))
}

type Token struct {
	Kind      Kind
	Text      string
	Line, Col int
}

func (t Token) String() string {
	return fmt.Sprintf("%d:%-3d %-8v %q", t.Line, t.Col, t.Kind, t.Text)
}

var keywords = map[string]bool{"let": true, "if": true, "else": true, "fn": true, "return": true}

var longOperators = []string{"==", "!=", "<=", ">=", "->", "&&", "||"}

type Scanner struct {
	src            []rune
	pos, line, col int
}

func (s *Scanner) peek(ahead int) rune {
	if s.pos+ahead < len(s.src) {
		return s.src[s.pos+ahead]
	}
	return -1
}

func (s *Scanner) advance() rune {
	r := s.src[s.pos]
	s.pos++
	s.col++
	if r == '\n' {
		s.line, s.col = s.line+1, 1
	}
	return r
}

func (s *Scanner) takeWhile(pred func(rune) bool) string {
	start := s.pos
	for s.pos < len(s.src) && pred(s.peek(0)) {
		s.advance()
	}
	return string(s.src[start:s.pos])
}

func (s *Scanner) skipBlanks() {
	for {
		s.takeWhile(unicode.IsSpace)
		if s.peek(0) != '/' || s.peek(1) != '/' {
			return
		}
		s.takeWhile(func(r rune) bool { return r != '\n' })
	}
}

// Next returns the next token; after the end it keeps returning EOF.
func (s *Scanner) Next() Token {
	s.skipBlanks()
	tok := Token{Line: s.line, Col: s.col}
	switch r := s.peek(0); {
	case r == -1:
		tok.Kind = EOF
	case unicode.IsLetter(r) || r == '_':
		tok.Kind, tok.Text = Ident, s.takeWhile(func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || r == '_' })
		if keywords[tok.Text] {
			tok.Kind = Keyword
		}
	case unicode.IsDigit(r):
		tok.Kind, tok.Text = Int, s.takeWhile(unicode.IsDigit)
		if s.peek(0) == '.' && unicode.IsDigit(s.peek(1)) {
			tok.Kind = Float
			tok.Text += string(s.advance()) + s.takeWhile(unicode.IsDigit)
		}
	case r == '"':
		s.scanString(&tok)
	default:
		tok.Kind = Operator
		for _, op := range longOperators {
			if strings.HasPrefix(string(s.src[s.pos:]), op) {
				s.pos, s.col = s.pos+2, s.col+2
				tok.Text = op
				return tok
			}
		}
		tok.Text = string(s.advance())
		if !strings.ContainsRune("+-*/<>=!(){};,", r) {
			tok.Kind = Illegal
		}
	}
	return tok
}

func (s *Scanner) scanString(tok *Token) {
	tok.Kind = String
	s.advance()
	var b strings.Builder
	for s.peek(0) != '"' {
		if r := s.peek(0); r == -1 || r == '\n' {
			tok.Kind, tok.Text = Illegal, "unterminated: "+b.String()
			return
		}
		b.WriteRune(s.advance())
	}
	s.advance()
	tok.Text = b.String()
}

func main() {
	src := "let größe = 3.14; // a comment\nfn add(a, b) -> int {\n\tif a >= 10 && b != 0 { return a+b; }\n}\nprint(\"tab über\") @ \"open"
	s := &Scanner{src: []rune(src), line: 1, col: 1}
	counts := [Illegal + 1]int{}
	for tok := s.Next(); tok.Kind != EOF; tok = s.Next() {
		fmt.Println(tok)
		counts[tok.Kind]++
	}
	for k := Ident; k <= Illegal; k++ {
		fmt.Printf("%v=%d ", k, counts[k])
	}
	fmt.Println(Kind(42))
}
