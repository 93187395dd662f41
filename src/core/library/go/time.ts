/** Times and durations. */
export const time = `
const ANSIC string
func After(d Duration) <-chan Time ! io
func AfterFunc(d Duration, f func()) *Timer ! io
const April Month
const August Month
func Date(year int, month Month, day int, hour int, min int, sec int, nsec int, loc *Location) Time
const DateOnly string
const DateTime string
const December Month
type Duration int64
  Abs() Duration
  Hours() float64
  Microseconds() int64
  Milliseconds() int64
  Minutes() float64
  Nanoseconds() int64
  Round(m Duration) Duration
  Seconds() float64
  String() string
  Truncate(m Duration) Duration
const February Month
func FixedZone(name string, offset int) *Location
const Friday Weekday
const Hour Duration
const January Month
const July Month
const June Month
const Kitchen string
const Layout string
func LoadLocation(name string) (*Location, error) ! io
func LoadLocationFromTZData(name string, data []byte) (*Location, error)
var Local *Location
type Location struct
  *String() string
const March Month
const May Month
const Microsecond Duration
const Millisecond Duration
const Minute Duration
const Monday Weekday
type Month int
  String() string
const Nanosecond Duration
func NewTicker(d Duration) *Ticker ! io
func NewTimer(d Duration) *Timer ! io
const November Month
func Now() Time ! io
const October Month
func Parse(layout string, value string) (Time, error)
func ParseDuration(s string) (Duration, error)
type ParseError struct
  Layout string
  Value string
  LayoutElem string
  ValueElem string
  Message string
  *Error() string
func ParseInLocation(layout string, value string, loc *Location) (Time, error)
const RFC1123 string
const RFC1123Z string
const RFC3339 string
const RFC3339Nano string
const RFC822 string
const RFC822Z string
const RFC850 string
const RubyDate string
const Saturday Weekday
const Second Duration
const September Month
func Since(t Time) Duration ! io
func Sleep(d Duration) ! io
const Stamp string
const StampMicro string
const StampMilli string
const StampNano string
const Sunday Weekday
const Thursday Weekday
func Tick(d Duration) <-chan Time ! io
type Ticker struct
  C <-chan Time
  *Reset(d Duration) ! io self
  *Stop() ! io self
type Time struct
  Add(d Duration) Time
  AddDate(years int, months int, days int) Time
  After(u Time) bool
  AppendBinary(b []byte) ([]byte, error)
  AppendFormat(b []byte, layout string) []byte
  AppendText(b []byte) ([]byte, error)
  Before(u Time) bool
  Clock() (hour int, min int, sec int)
  Compare(u Time) int
  Date() (year int, month Month, day int)
  Day() int
  Equal(u Time) bool
  Format(layout string) string
  GoString() string
  *GobDecode(data []byte) error ! self
  GobEncode() ([]byte, error)
  Hour() int
  ISOWeek() (year int, week int)
  In(loc *Location) Time
  IsDST() bool
  IsZero() bool
  Local() Time
  Location() *Location
  MarshalBinary() ([]byte, error)
  MarshalJSON() ([]byte, error)
  MarshalText() ([]byte, error)
  Minute() int
  Month() Month
  Nanosecond() int
  Round(d Duration) Time
  Second() int
  String() string
  Sub(u Time) Duration
  Truncate(d Duration) Time
  UTC() Time
  Unix() int64
  UnixMicro() int64
  UnixMilli() int64
  UnixNano() int64
  *UnmarshalBinary(data []byte) error ! self
  *UnmarshalJSON(data []byte) error ! self
  *UnmarshalText(data []byte) error ! self
  Weekday() Weekday
  Year() int
  YearDay() int
  Zone() (name string, offset int)
  ZoneBounds() (start Time, end Time)
const TimeOnly string
type Timer struct
  C <-chan Time
  *Reset(d Duration) bool ! io self
  *Stop() bool ! io self
const Tuesday Weekday
var UTC *Location
func Unix(sec int64, nsec int64) Time
const UnixDate string
func UnixMicro(usec int64) Time
func UnixMilli(msec int64) Time
func Until(t Time) Duration ! io
const Wednesday Weekday
type Weekday int
  String() string
`;
