package main

import (
	"fmt"
	"regexp"
	"strings"
)

type rule struct {
	name    string
	pattern *regexp.Regexp
	replace func(match string) string
	hits    int
}

func mask(s string) string {
	if len(s) <= 4 {
		return strings.Repeat("*", len(s))
	}
	return strings.Repeat("*", len(s)-4) + s[len(s)-4:]
}

func newRules() []*rule {
	return []*rule{
		{name: "email", pattern: regexp.MustCompile(`[\w.+-]+@[\w-]+\.[a-z]{2,}`), replace: func(m string) string {
			user, domain, _ := strings.Cut(m, "@")
			return user[:1] + "***@" + domain
		}},
		{name: "card", pattern: regexp.MustCompile(`\b\d{4}(?:[ -]?\d{4}){3}\b`), replace: func(m string) string {
			digits := regexp.MustCompile(`\D`).ReplaceAllString(m, "")
			return mask(digits)
		}},
		{name: "secret", pattern: regexp.MustCompile(`(?i)(password|token)=\S+`), replace: func(m string) string {
			return m[:strings.Index(m, "=")+1] + "<hidden>"
		}},
	}
}

func main() {
	text := []string{
		"user jane.doe+work@example.com paid with 4111 1111 1111 1234",
		"login PASSWORD=hunter2 token=abc from bob@mail.org",
		"order 12345678 is no card, 4111-1111-1111-9999 is",
		"nothing to see here",
	}
	rules := newRules()
	for _, line := range text {
		for _, r := range rules {
			line = r.pattern.ReplaceAllStringFunc(line, func(m string) string {
				r.hits++
				return r.replace(m)
			})
		}
		fmt.Println(line)
	}
	for _, r := range rules {
		fmt.Printf("%-7s%d\n", r.name, r.hits)
	}

	date := regexp.MustCompile(`(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{4})`)
	sample := "from 3.11.2023 to 24.12.2023"
	fmt.Println(date.ReplaceAllString(sample, "$year-$month-$day"))
	for _, m := range date.FindAllStringSubmatch(sample, -1) {
		fmt.Println(m[0], "year", m[date.SubexpIndex("year")], "of", len(m)-1, "groups")
	}
	fmt.Println(date.FindStringIndex(sample), date.MatchString("1.2.34"))
	fmt.Printf("%q\n", regexp.MustCompile(`\s*[,;]\s*`).Split("a , b;c ,d", -1))
}
