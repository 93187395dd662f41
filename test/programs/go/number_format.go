package main

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
)

func humanBytes(n int64) string {
	const unit = 1024
	if n < unit {
		return fmt.Sprintf("%d B", n)
	}
	div, exp := int64(unit), 0
	for m := n / unit; m >= unit; m /= unit {
		div *= unit
		exp++
	}
	return fmt.Sprintf("%.1f %ciB", float64(n)/float64(div), "KMGTPE"[exp])
}

func thousands(n int64) string {
	s := strconv.FormatInt(n, 10)
	sign := ""
	if n < 0 {
		sign, s = "-", s[1:]
	}
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return sign + s
}

func ordinal(n int) string {
	suffix := "th"
	switch n % 10 {
	case 1:
		suffix = "st"
	case 2:
		suffix = "nd"
	case 3:
		suffix = "rd"
	}
	if t := n % 100; t >= 11 && t <= 13 {
		suffix = "th"
	}
	return strconv.Itoa(n) + suffix
}

var small = strings.Fields("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen")
var tens = strings.Fields("- - twenty thirty forty fifty sixty seventy eighty ninety")

func words(n int) string {
	switch {
	case n < 0:
		return "minus " + words(-n)
	case n < 20:
		return small[n]
	case n < 100:
		if n%10 == 0 {
			return tens[n/10]
		}
		return tens[n/10] + "-" + small[n%10]
	case n < 1000:
		s := small[n/100] + " hundred"
		if n%100 != 0 {
			s += " and " + words(n%100)
		}
		return s
	}
	for _, scale := range []struct {
		value int
		name  string
	}{{1_000_000_000, "billion"}, {1_000_000, "million"}, {1000, "thousand"}} {
		if n >= scale.value {
			s := words(n/scale.value) + " " + scale.name
			if rest := n % scale.value; rest != 0 {
				s += " " + words(rest)
			}
			return s
		}
	}
	panic("unreachable")
}

func parseAny(s string) (int64, error) {
	v, err := strconv.ParseInt(strings.ReplaceAll(s, ",", ""), 0, 32)
	var numErr *strconv.NumError
	if errors.As(err, &numErr) {
		if errors.Is(err, strconv.ErrRange) {
			return 0, fmt.Errorf("%s is too big", numErr.Num)
		}
		return 0, fmt.Errorf("%q is no number", s)
	}
	return v, err
}

func main() {
	for _, n := range []int64{0, 1023, 1024, 1536, 10 << 20, 123456789012, 1 << 60} {
		fmt.Printf("%24s %10s\n", thousands(n), humanBytes(n))
	}
	fmt.Println(thousands(-1234567), thousands(-12), thousands(999))

	var list []string
	for _, n := range []int{1, 2, 3, 4, 11, 12, 21, 102, 113, 1000003} {
		list = append(list, ordinal(n))
	}
	fmt.Println(strings.Join(list, ", "))

	for _, n := range []int{0, 13, 40, 85, 100, 342, 1001, 70_815, 2_000_019, -7} {
		fmt.Printf("%d: %s\n", n, words(n))
	}

	for _, s := range []string{"42", "0x2a", "0b101", "-0o17", "1,000", "4294967296", "abc", ""} {
		if v, err := parseAny(s); err != nil {
			fmt.Println("error:", err)
		} else {
			fmt.Printf("%-8s %6d %#x %o %q\n", s, v, v, v, strconv.FormatInt(v, 36))
		}
	}
	fmt.Printf("|%8.3f|%-8.2e|%+d|%06d|%x|%t|\n", 3.14159, 12345.678, 5, -42, "hi", true)
}
