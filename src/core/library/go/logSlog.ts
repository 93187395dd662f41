/** Structured logging. */
export const logSlog = `
func Any(key string, value any) Attr
func AnyValue(v any) Value
type Attr struct
  Key string
  Value Value
  Equal(b Attr) bool
  String() string
func Bool(key string, v bool) Attr
func BoolValue(v bool) Value
func Debug(msg string, args ...any) ! io
func DebugContext(ctx context.Context, msg string, args ...any) ! io
func Default() *Logger ! io
var DiscardHandler Handler
func Duration(key string, v time.Duration) Attr
func DurationValue(v time.Duration) Value
func Error(msg string, args ...any) ! io
func ErrorContext(ctx context.Context, msg string, args ...any) ! io
func Float64(key string, v float64) Attr
func Float64Value(v float64) Value
func Group(key string, args ...any) Attr
func GroupAttrs(key string, attrs ...Attr) Attr
func GroupValue(as ...Attr) Value
type Handler interface
  Enabled(context.Context, Level) bool
  Handle(context.Context, Record) error
  WithAttrs(attrs []Attr) Handler
  WithGroup(name string) Handler
type HandlerOptions struct
  AddSource bool
  Level Leveler
  ReplaceAttr func(groups []string, a Attr) Attr
func Info(msg string, args ...any) ! io
func InfoContext(ctx context.Context, msg string, args ...any) ! io
func Int(key string, value int) Attr
func Int64(key string, value int64) Attr
func Int64Value(v int64) Value
func IntValue(v int) Value
type JSONHandler struct
  *Enabled(_ context.Context, level Level) bool
  *Handle(_ context.Context, r Record) error ! self
  *WithAttrs(attrs []Attr) Handler
  *WithGroup(name string) Handler
type Kind int
  String() string
const KindAny Kind
const KindBool Kind
const KindDuration Kind
const KindFloat64 Kind
const KindGroup Kind
const KindInt64 Kind
const KindLogValuer Kind
const KindString Kind
const KindTime Kind
const KindUint64 Kind
type Level int
  AppendText(b []byte) ([]byte, error)
  Level() Level
  MarshalJSON() ([]byte, error)
  MarshalText() ([]byte, error)
  String() string
  *UnmarshalJSON(data []byte) error
  *UnmarshalText(data []byte) error
const LevelDebug Level
const LevelError Level
const LevelInfo Level
const LevelKey string
type LevelVar struct
  *AppendText(b []byte) ([]byte, error) ! io self
  *Level() Level
  *MarshalText() ([]byte, error) ! io self
  *Set(l Level) ! io self
  *String() string
  *UnmarshalText(data []byte) error ! io self
const LevelWarn Level
type Leveler interface
  Level() Level
func Log(ctx context.Context, level Level, msg string, args ...any) ! io
func LogAttrs(ctx context.Context, level Level, msg string, attrs ...Attr) ! io
type LogValuer interface
  LogValue() Value
type Logger struct
  *Debug(msg string, args ...any) ! io
  *DebugContext(ctx context.Context, msg string, args ...any) ! io
  *Enabled(ctx context.Context, level Level) bool
  *Error(msg string, args ...any)
  *ErrorContext(ctx context.Context, msg string, args ...any) ! io
  *Handler() Handler
  *Info(msg string, args ...any) ! io
  *InfoContext(ctx context.Context, msg string, args ...any) ! io
  *Log(ctx context.Context, level Level, msg string, args ...any) ! io
  *LogAttrs(ctx context.Context, level Level, msg string, attrs ...Attr) ! io
  *Warn(msg string, args ...any) ! io
  *WarnContext(ctx context.Context, msg string, args ...any) ! io
  *With(args ...any) *Logger
  *WithGroup(name string) *Logger
const MessageKey string
type MultiHandler struct
  *Enabled(ctx context.Context, l Level) bool
  *Handle(ctx context.Context, r Record) error ! self
  *WithAttrs(attrs []Attr) Handler
  *WithGroup(name string) Handler
func New(h Handler) *Logger
func NewJSONHandler(w io.Writer, opts *HandlerOptions) *JSONHandler
func NewLogLogger(h Handler, level Level) *log.Logger ! io
func NewMultiHandler(handlers ...Handler) *MultiHandler
func NewRecord(t time.Time, level Level, msg string, pc uintptr) Record
func NewTextHandler(w io.Writer, opts *HandlerOptions) *TextHandler
type Record struct
  Time time.Time
  Message string
  Level Level
  PC uintptr
  *Add(args ...any)
  *AddAttrs(attrs ...Attr) ! io self
  Attrs(f func(Attr) bool)
  Clone() Record
  NumAttrs() int
  Source() *Source ! io
func SetDefault(l *Logger) ! io
func SetLogLoggerLevel(level Level) (oldLevel Level) ! io
type Source struct
  Function string
  File string
  Line int
const SourceKey string
func String(key string, value string) Attr
func StringValue(value string) Value
type TextHandler struct
  *Enabled(_ context.Context, level Level) bool
  *Handle(_ context.Context, r Record) error ! self
  *WithAttrs(attrs []Attr) Handler
  *WithGroup(name string) Handler
func Time(key string, v time.Time) Attr
const TimeKey string
func TimeValue(v time.Time) Value
func Uint64(key string, v uint64) Attr
func Uint64Value(v uint64) Value
type Value struct
  Any() any
  Bool() bool
  Duration() time.Duration
  Equal(w Value) bool
  Float64() float64
  Group() []Attr
  Int64() int64
  Kind() Kind
  LogValuer() LogValuer
  Resolve() (rv Value)
  String() string
  Time() time.Time
  Uint64() uint64
func Warn(msg string, args ...any) ! io
func WarnContext(ctx context.Context, msg string, args ...any) ! io
func With(args ...any) *Logger ! io
`;
