/** Addresses, where Python writes them in another way. */
import type { HelperText } from './helperText';

export const urlTexts: Record<string, HelperText> = {
  percentEncoded: {
    imports: ['fmt', 'strings'],
    text: `// percentEncoded escapes what may not stand in an address, but for the characters that are said to be safe.
func percentEncoded(s, safe string) string {
	var result strings.Builder
	for i := range len(s) {
		b := s[i]
		isPlain := b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9'
		if isPlain || strings.IndexByte("_.-~"+safe, b) >= 0 {
			result.WriteByte(b)
		} else {
			fmt.Fprintf(&result, "%%%02X", b)
		}
	}
	return result.String()
}`,
  },
  queryPairs: {
    imports: ['net/url', 'strings'],
    needs: ['pair'],
    text: `// queryPairs gives the names and values of a query in their order; what has no value is left out.
func queryPairs(query string) []pair[string, string] {
	pairs := []pair[string, string]{}
	for _, part := range strings.Split(query, "&") {
		name, value, _ := strings.Cut(part, "=")
		name, nameErr := url.QueryUnescape(name)
		value, valueErr := url.QueryUnescape(value)
		if value != "" && nameErr == nil && valueErr == nil {
			pairs = append(pairs, pair[string, string]{name, value})
		}
	}
	return pairs
}`,
  },
  networkLocation: {
    imports: ['net/url'],
    text: `// networkLocation is the host of an address with its port and user.
func networkLocation(address *url.URL) string {
	if address.User == nil {
		return address.Host
	}
	return address.User.String() + "@" + address.Host
}`,
  },
  portOf: {
    imports: ['net/url', 'strconv'],
    text: `// portOf gives the port of an address; nil where it has none.
func portOf(address *url.URL) *int {
	port, err := strconv.Atoi(address.Port())
	if err != nil {
		return nil
	}
	return &port
}`,
  },
};
