/** What the language declares itself. The special forms (`append`, `make`, …) get their types from rules of their own. */
export const builtin = `
func append(slice []T, elems ...T) []T
func cap(v any) int
func clear(t any) ! t
func close(c chan T) ! c
func complex(r, i float64) complex128
func copy(dst, src []T) int ! dst
func delete(m map[K]V, key K) ! m
func imag(c complex128) float64
func len(v any) int
func make(t any, size ...int) any
func max(x any, y ...any) any
func min(x any, y ...any) any
func new(t any) any
func panic(v any) ! panic
func print(args ...any) ! io
func println(args ...any) ! io
func real(c complex128) float64
func recover() any ! io
const true bool
const false bool
const iota int
var nil any
type any interface
type bool bool
type byte uint8
type comparable interface
type complex128 complex128
type complex64 complex64
type error interface
  Error() string
type float32 float32
type float64 float64
type int int
type int8 int8
type int16 int16
type int32 int32
type int64 int64
type rune int32
type string string
type uint uint
type uint8 uint8
type uint16 uint16
type uint32 uint32
type uint64 uint64
type uintptr uintptr
`;
