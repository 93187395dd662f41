/** UTF-8. */
export const unicodeUtf8 = `
func AppendRune(p []byte, r rune) []byte
func DecodeLastRune(p []byte) (r rune, size int)
func DecodeLastRuneInString(s string) (r rune, size int)
func DecodeRune(p []byte) (r rune, size int)
func DecodeRuneInString(s string) (r rune, size int)
func EncodeRune(p []byte, r rune) int
func FullRune(p []byte) bool
func FullRuneInString(s string) bool
const MaxRune rune
func RuneCount(p []byte) int
func RuneCountInString(s string) (n int)
const RuneError rune
func RuneLen(r rune) int
const RuneSelf int
func RuneStart(b byte) bool
const UTFMax int
func Valid(p []byte) bool
func ValidRune(r rune) bool
func ValidString(s string) bool
`;
