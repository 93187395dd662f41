/** Text in lines, as Python's textwrap breaks them. */
import type { HelperText } from './helperText';

export const wrapping: Record<string, HelperText> = {
  wrapped: {
    imports: ['strings', 'unicode/utf8'],
    needs: ['wrapChunks'],
    text: `// wrapped breaks a text into lines of at most so many characters; first and rest begin the lines.
func wrapped(text string, width int, first, rest string) []string {
	size := utf8.RuneCountInString
	lines, line, blanks, indent := []string{}, "", "", first
	end := func() {
		lines = append(lines, indent+line)
		line, blanks, indent = "", "", rest
	}
	for _, chunk := range wrapChunks(text) {
		if chunk[0] == ' ' {
			if line != "" || len(lines) == 0 {
				blanks = chunk
			}
			continue
		}
		for size(chunk) > width-size(indent) {
			room := width - size(indent) - size(line+blanks)
			if line == "" {
				room = max(room, 1)
			}
			if room > 0 {
				cut := []rune(chunk)
				if hyphen := strings.LastIndex(string(cut[:room]), "-"); hyphen > 0 {
					room = size(chunk[:hyphen]) + 1
				}
				line, chunk = line+blanks+string(cut[:room]), string(cut[room:])
			}
			end()
		}
		if line != "" && size(line+blanks+chunk) > width-size(indent) {
			end()
		}
		line, blanks = line+blanks+chunk, ""
	}
	if line != "" {
		end()
	}
	return lines
}`,
  },
  wrapChunks: {
    imports: ['strings', 'unicode'],
    text: `// wrapChunks cuts a text where a line may end: around blanks and behind the hyphens of a word.
func wrapChunks(text string) []string {
	isWord := func(r rune) bool { return r == '_' || unicode.IsLetter(r) || unicode.IsDigit(r) }
	chunks, chunk := []string{}, []rune{}
	runes := []rune(strings.ReplaceAll(text, "\\t", "        "))
	for i, r := range runes {
		if unicode.IsSpace(r) {
			r = ' '
		}
		if len(chunk) > 0 && (r == ' ') != (chunk[0] == ' ') {
			chunks, chunk = append(chunks, string(chunk)), nil
		}
		chunk = append(chunk, r)
		n := len(chunk)
		if r == '-' && n > 2 && isWord(chunk[n-3]) && isWord(chunk[n-2]) && !unicode.IsDigit(chunk[n-2]) &&
			i+2 < len(runes) && isWord(runes[i+1]) && isWord(runes[i+2]) && !unicode.IsDigit(runes[i+2]) {
			chunks, chunk = append(chunks, string(chunk)), nil
		}
	}
	if len(chunk) > 0 {
		chunks = append(chunks, string(chunk))
	}
	return chunks
}`,
  },
};
