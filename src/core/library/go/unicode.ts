/** Properties of characters; the range tables are left out. */
export const unicode = `
var Cyrillic any
var Digit any
var Greek any
var Han any
func In(r rune, ranges ...*RangeTable) bool
func Is(rangeTab *RangeTable, r rune) bool
func IsControl(r rune) bool
func IsDigit(r rune) bool
func IsGraphic(r rune) bool
func IsLetter(r rune) bool
func IsLower(r rune) bool
func IsMark(r rune) bool
func IsNumber(r rune) bool
func IsOneOf(ranges []*RangeTable, r rune) bool
func IsPrint(r rune) bool
func IsPunct(r rune) bool
func IsSpace(r rune) bool
func IsSymbol(r rune) bool
func IsTitle(r rune) bool
func IsUpper(r rune) bool
var L any
var Latin any
var Letter any
var Lower any
const MaxASCII rune
const MaxCase int
const MaxLatin1 rune
const MaxRune rune
var Punct any
const ReplacementChar rune
func SimpleFold(r rune) rune
var Space any
func To(_case int, r rune) rune
func ToLower(r rune) rune
func ToTitle(r rune) rune
func ToUpper(r rune) rune
var Upper any
`;
