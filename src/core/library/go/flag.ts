/** Command-line flags. */
export const flag = `
func Arg(i int) string ! io
func Args() []string ! io
func Bool(name string, value bool, usage string) *bool ! io
func BoolFunc(name string, usage string, fn func(string) error) ! io
func BoolVar(p *bool, name string, value bool, usage string) ! io
var CommandLine *FlagSet
const ContinueOnError ErrorHandling
func Duration(name string, value time.Duration, usage string) *time.Duration ! io
func DurationVar(p *time.Duration, name string, value time.Duration, usage string) ! io
var ErrHelp error
type ErrorHandling int
const ExitOnError ErrorHandling
type Flag struct
  Name string
  Usage string
  Value Value
  DefValue string
type FlagSet struct
  Usage func()
  *Arg(i int) string
  *Args() []string
  *Bool(name string, value bool, usage string) *bool ! io self
  *BoolFunc(name string, usage string, fn func(string) error) ! io self
  *BoolVar(p *bool, name string, value bool, usage string) ! io self
  *Duration(name string, value time.Duration, usage string) *time.Duration ! io self
  *DurationVar(p *time.Duration, name string, value time.Duration, usage string) ! io self
  *ErrorHandling() ErrorHandling
  *Float64(name string, value float64, usage string) *float64 ! io self
  *Float64Var(p *float64, name string, value float64, usage string) ! io self
  *Func(name string, usage string, fn func(string) error) ! io self
  *Init(name string, errorHandling ErrorHandling) ! io self
  *Int(name string, value int, usage string) *int ! io self
  *Int64(name string, value int64, usage string) *int64 ! io self
  *Int64Var(p *int64, name string, value int64, usage string) ! io self
  *IntVar(p *int, name string, value int, usage string) ! io self
  *Lookup(name string) *Flag
  *NArg() int
  *NFlag() int
  *Name() string
  *Output() io.Writer
  *Parse(arguments []string) error ! io self
  *Parsed() bool
  *PrintDefaults() ! io self
  *Set(name string, value string) error ! io self
  *SetOutput(output io.Writer) ! io self
  *String(name string, value string, usage string) *string ! io self
  *StringVar(p *string, name string, value string, usage string) ! io self
  *TextVar(p encoding.TextUnmarshaler, name string, value encoding.TextMarshaler, usage string) ! io self
  *Uint(name string, value uint, usage string) *uint ! io self
  *Uint64(name string, value uint64, usage string) *uint64 ! io self
  *Uint64Var(p *uint64, name string, value uint64, usage string) ! io self
  *UintVar(p *uint, name string, value uint, usage string) ! io self
  *Var(value Value, name string, usage string) ! io self
  *Visit(fn func(*Flag)) ! io self
  *VisitAll(fn func(*Flag)) ! io self
func Float64(name string, value float64, usage string) *float64 ! io
func Float64Var(p *float64, name string, value float64, usage string) ! io
func Func(name string, usage string, fn func(string) error) ! io
type Getter interface
  Get() any
  Set(string) error
  String() string
func Int(name string, value int, usage string) *int ! io
func Int64(name string, value int64, usage string) *int64 ! io
func Int64Var(p *int64, name string, value int64, usage string) ! io
func IntVar(p *int, name string, value int, usage string) ! io
func Lookup(name string) *Flag ! io
func NArg() int ! io
func NFlag() int ! io
func NewFlagSet(name string, errorHandling ErrorHandling) *FlagSet
const PanicOnError ErrorHandling
func Parse() ! io
func Parsed() bool ! io
func PrintDefaults() ! io
func Set(name string, value string) error ! io
func String(name string, value string, usage string) *string ! io
func StringVar(p *string, name string, value string, usage string) ! io
func TextVar(p encoding.TextUnmarshaler, name string, value encoding.TextMarshaler, usage string) ! io
func Uint(name string, value uint, usage string) *uint ! io
func Uint64(name string, value uint64, usage string) *uint64 ! io
func Uint64Var(p *uint64, name string, value uint64, usage string) ! io
func UintVar(p *uint, name string, value uint, usage string) ! io
func UnquoteUsage(flag *Flag) (name string, usage string)
var Usage func()
type Value interface
  Set(string) error
  String() string
func Var(value Value, name string, usage string) ! io
func Visit(fn func(*Flag)) ! io
func VisitAll(fn func(*Flag)) ! io
`;
