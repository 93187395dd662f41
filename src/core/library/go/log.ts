/** Plain logging. */
export const log = `
func Default() *Logger ! io
func Fatal(v ...any) ! io
func Fatalf(format string, v ...any) ! io
func Fatalln(v ...any) ! io
func Flags() int ! io
const LUTC int
const Ldate int
const Llongfile int
const Lmicroseconds int
const Lmsgprefix int
type Logger struct
  *Fatal(v ...any) ! io
  *Fatalf(format string, v ...any) ! io
  *Fatalln(v ...any) ! io
  *Flags() int
  *Output(calldepth int, s string) error ! io
  *Panic(v ...any) ! io
  *Panicf(format string, v ...any) ! io
  *Panicln(v ...any) ! io
  *Prefix() string
  *Print(v ...any) ! io
  *Printf(format string, v ...any) ! io
  *Println(v ...any) ! io
  *SetFlags(flag int) ! io
  *SetOutput(w io.Writer) ! io
  *SetPrefix(prefix string) ! io
  *Writer() io.Writer
const Lshortfile int
const LstdFlags int
const Ltime int
func New(out io.Writer, prefix string, flag int) *Logger
func Output(calldepth int, s string) error ! io
func Panic(v ...any) ! io panic
func Panicf(format string, v ...any) ! io panic
func Panicln(v ...any) ! io panic
func Prefix() string ! io
func Print(v ...any) ! io
func Printf(format string, v ...any) ! io
func Println(v ...any) ! io
func SetFlags(flag int) ! io
func SetOutput(w io.Writer) ! io
func SetPrefix(prefix string) ! io
func Writer() io.Writer ! io
`;
