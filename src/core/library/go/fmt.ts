/** Printing, scanning and formatting. */
export const fmt = `
func Append(b []byte, a ...any) []byte
func Appendf(b []byte, format string, a ...any) []byte
func Appendln(b []byte, a ...any) []byte
func Errorf(format string, a ...any) (err error)
func FormatString(state State, verb rune) string
type Formatter interface
  Format(f State, verb rune)
func Fprint(w io.Writer, a ...any) (n int, err error) ! io
func Fprintf(w io.Writer, format string, a ...any) (n int, err error) ! io
func Fprintln(w io.Writer, a ...any) (n int, err error) ! io
func Fscan(r io.Reader, a ...any) (n int, err error) ! io a
func Fscanf(r io.Reader, format string, a ...any) (n int, err error) ! io a
func Fscanln(r io.Reader, a ...any) (n int, err error) ! io a
type GoStringer interface
  GoString() string
func Print(a ...any) (n int, err error) ! io
func Printf(format string, a ...any) (n int, err error) ! io
func Println(a ...any) (n int, err error) ! io
func Scan(a ...any) (n int, err error) ! io a
type ScanState interface
  Read(buf []byte) (n int, err error) ! io self p
  ReadRune() (r rune, size int, err error) ! io self
  SkipSpace()
  Token(skipSpace bool, f func(rune) bool) (token []byte, err error)
  UnreadRune() error ! io self
  Width() (wid int, ok bool)
func Scanf(format string, a ...any) (n int, err error) ! io a
func Scanln(a ...any) (n int, err error) ! io a
type Scanner interface
  Scan(state ScanState, verb rune) error
func Sprint(a ...any) string
func Sprintf(format string, a ...any) string
func Sprintln(a ...any) string
func Sscan(str string, a ...any) (n int, err error) ! a
func Sscanf(str string, format string, a ...any) (n int, err error) ! a
func Sscanln(str string, a ...any) (n int, err error) ! a
type State interface
  Flag(c int) bool
  Precision() (prec int, ok bool)
  Width() (wid int, ok bool)
  Write(b []byte) (n int, err error) ! io self
type Stringer interface
  String() string
`;
