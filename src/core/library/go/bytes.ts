/** Slices of bytes. */
export const bytes = `
type Buffer struct
  *Available() int
  *AvailableBuffer() []byte
  *Bytes() []byte
  *Cap() int
  *Grow(n int) ! self
  *Len() int
  *Next(n int) []byte ! self
  *Peek(n int) ([]byte, error)
  *Read(p []byte) (n int, err error) ! self p
  *ReadByte() (byte, error) ! self
  *ReadBytes(delim byte) (line []byte, err error) ! self
  *ReadFrom(r io.Reader) (n int64, err error) ! self
  *ReadRune() (r rune, size int, err error) ! self
  *ReadString(delim byte) (line string, err error) ! self
  *Reset() ! self
  *String() string
  *Truncate(n int) ! self
  *UnreadByte() error ! self
  *UnreadRune() error ! self
  *Write(p []byte) (n int, err error) ! self
  *WriteByte(c byte) error ! self
  *WriteRune(r rune) (n int, err error) ! self
  *WriteString(s string) (n int, err error) ! self
  *WriteTo(w io.Writer) (n int64, err error) ! self
func Clone(b []byte) []byte
func Compare(a []byte, b []byte) int
func Contains(b []byte, subslice []byte) bool
func ContainsAny(b []byte, chars string) bool
func ContainsFunc(b []byte, f func(rune) bool) bool
func ContainsRune(b []byte, r rune) bool
func Count(s []byte, sep []byte) int
func Cut(s []byte, sep []byte) (before []byte, after []byte, found bool)
func CutPrefix(s []byte, prefix []byte) (after []byte, found bool)
func CutSuffix(s []byte, suffix []byte) (before []byte, found bool)
func Equal(a []byte, b []byte) bool
func EqualFold(s []byte, t []byte) bool
var ErrTooLarge error
func Fields(s []byte) [][]byte
func FieldsFunc(s []byte, f func(rune) bool) [][]byte
func FieldsFuncSeq(s []byte, f func(rune) bool) iter.Seq[[]byte]
func FieldsSeq(s []byte) iter.Seq[[]byte]
func HasPrefix(s []byte, prefix []byte) bool
func HasSuffix(s []byte, suffix []byte) bool
func Index(s []byte, sep []byte) int
func IndexAny(s []byte, chars string) int
func IndexByte(b []byte, c byte) int
func IndexFunc(s []byte, f func(r rune) bool) int
func IndexRune(s []byte, r rune) int
func Join(s [][]byte, sep []byte) []byte
func LastIndex(s []byte, sep []byte) int
func LastIndexAny(s []byte, chars string) int
func LastIndexByte(s []byte, c byte) int
func LastIndexFunc(s []byte, f func(r rune) bool) int
func Lines(s []byte) iter.Seq[[]byte]
func Map(mapping func(r rune) rune, s []byte) []byte
const MinRead int
func NewBuffer(buf []byte) *Buffer
func NewBufferString(s string) *Buffer
func NewReader(b []byte) *Reader
type Reader struct
  *Len() int
  *Read(b []byte) (n int, err error) ! self b
  *ReadAt(b []byte, off int64) (n int, err error) ! self b
  *ReadByte() (byte, error) ! self
  *ReadRune() (ch rune, size int, err error) ! self
  *Reset(b []byte) ! self
  *Seek(offset int64, whence int) (int64, error)
  *Size() int64
  *UnreadByte() error ! self
  *UnreadRune() error ! self
  *WriteTo(w io.Writer) (n int64, err error) ! self
func Repeat(b []byte, count int) []byte ! panic
func Replace(s []byte, old []byte, new []byte, n int) []byte
func ReplaceAll(s []byte, old []byte, new []byte) []byte
func Runes(s []byte) []rune
func Split(s []byte, sep []byte) [][]byte
func SplitAfter(s []byte, sep []byte) [][]byte
func SplitAfterN(s []byte, sep []byte, n int) [][]byte
func SplitAfterSeq(s []byte, sep []byte) iter.Seq[[]byte]
func SplitN(s []byte, sep []byte, n int) [][]byte
func SplitSeq(s []byte, sep []byte) iter.Seq[[]byte]
func Title(s []byte) []byte
func ToLower(s []byte) []byte
func ToLowerSpecial(c unicode.SpecialCase, s []byte) []byte
func ToTitle(s []byte) []byte
func ToTitleSpecial(c unicode.SpecialCase, s []byte) []byte
func ToUpper(s []byte) []byte
func ToUpperSpecial(c unicode.SpecialCase, s []byte) []byte
func ToValidUTF8(s []byte, replacement []byte) []byte
func Trim(s []byte, cutset string) []byte
func TrimFunc(s []byte, f func(r rune) bool) []byte
func TrimLeft(s []byte, cutset string) []byte
func TrimLeftFunc(s []byte, f func(r rune) bool) []byte
func TrimPrefix(s []byte, prefix []byte) []byte
func TrimRight(s []byte, cutset string) []byte
func TrimRightFunc(s []byte, f func(r rune) bool) []byte
func TrimSpace(s []byte) []byte
func TrimSuffix(s []byte, suffix []byte) []byte
`;
