package main

import (
	"fmt"
	"math/bits"
	"strings"
)

// Perm is a set of permissions, one bit each.
type Perm uint8

const (
	Read Perm = 1 << iota
	Write
	Execute
	Share
	Admin

	None Perm = 0
	All       = Read | Write | Execute | Share | Admin
)

var names = []string{"read", "write", "execute", "share", "admin"}

func (p Perm) Has(q Perm) bool     { return p&q == q }
func (p Perm) HasAny(q Perm) bool  { return p&q != 0 }
func (p Perm) With(q Perm) Perm    { return p | q }
func (p Perm) Without(q Perm) Perm { return p &^ q }
func (p Perm) Count() int          { return bits.OnesCount8(uint8(p)) }
func (p *Perm) Toggle(q Perm)      { *p ^= q }

func (p Perm) String() string {
	if p == None {
		return "none"
	}
	var parts []string
	for i, n := range names {
		if p&(1<<i) != 0 {
			parts = append(parts, n)
		}
	}
	if rest := p &^ All; rest != 0 {
		parts = append(parts, fmt.Sprintf("0x%02x", uint8(rest)))
	}
	return strings.Join(parts, "|")
}

func parse(s string) (Perm, error) {
	var p Perm
outer:
	for _, word := range strings.Split(s, ",") {
		word = strings.ToLower(strings.TrimSpace(word))
		if word == "all" {
			p |= All
			continue
		}
		for i, n := range names {
			if n == word {
				p |= 1 << i
				continue outer
			}
		}
		return None, fmt.Errorf("unknown permission %q in %q", word, s)
	}
	return p, nil
}

func main() {
	for _, in := range []string{"read", "Read, write", "execute,share,read", "all", "read,fly", ""} {
		p, err := parse(in)
		if err != nil {
			fmt.Println("error:", err)
			continue
		}
		fmt.Printf("%-20q %05b %2d %v\n", in, p, p.Count(), p)
	}

	p := Read | Write
	fmt.Println(p.Has(Read), p.Has(Read|Admin), p.HasAny(Read|Admin))
	p = p.With(Admin).Without(Write)
	p.Toggle(Share | Read)
	fmt.Println(p, uint8(p), ^p&All)

	// The top bits are not named; they must survive a round trip.
	raw := uint8(200)
	q := Perm(raw + 100) // wraps around: 300 - 256 = 44
	fmt.Println(q, q<<3, bits.LeadingZeros8(uint8(q)), bits.TrailingZeros8(uint8(q)))
	fmt.Println(None, None.Count() == 0)
}
