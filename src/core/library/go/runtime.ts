/** The runtime. */
export const runtime = `
func AddCleanup[T, S any](ptr *T, cleanup func(S), arg S) Cleanup ! io
func BlockProfile(p []BlockProfileRecord) (n int, ok bool) ! io
type BlockProfileRecord struct
  Count int64
  Cycles int64
  StackRecord StackRecord
  *Stack() []uintptr ! io self
func Breakpoint() ! io
func CPUProfile() []byte ! io
func Caller(skip int) (pc uintptr, file string, line int, ok bool) ! io
func Callers(skip int, pc []uintptr) int ! io
func CallersFrames(callers []uintptr) *Frames ! io
type Cleanup struct
  Stop() ! io
const Compiler string
type Error interface
  Error() string
  RuntimeError()
type Frame struct
  PC uintptr
  Func *Func
  Function string
  File string
  Line int
  Entry uintptr
type Frames struct
  *Next() (frame Frame, more bool) ! io self
type Func struct
  *Entry() uintptr ! io self
  *FileLine(pc uintptr) (file string, line int) ! io self
  *Name() string ! io self
func FuncForPC(pc uintptr) *Func ! io
func GC() ! io
const GOARCH string
func GOMAXPROCS(n int) int ! io
const GOOS string
func GOROOT() string ! io
func Goexit() ! io
func GoroutineProfile(p []StackRecord) (n int, ok bool) ! io
func Gosched() ! io
func KeepAlive(x any) ! io
func LockOSThread() ! io
func MemProfile(p []MemProfileRecord, inuseZero bool) (n int, ok bool) ! io
var MemProfileRate int
type MemProfileRecord struct
  AllocBytes int64
  FreeBytes int64
  AllocObjects int64
  FreeObjects int64
  Stack0 [32]uintptr
  *InUseBytes() int64 ! io self
  *InUseObjects() int64 ! io self
  *Stack() []uintptr ! io self
type MemStats struct
  Alloc uint64
  TotalAlloc uint64
  Sys uint64
  Lookups uint64
  Mallocs uint64
  Frees uint64
  HeapAlloc uint64
  HeapSys uint64
  HeapIdle uint64
  HeapInuse uint64
  HeapReleased uint64
  HeapObjects uint64
  StackInuse uint64
  StackSys uint64
  MSpanInuse uint64
  MSpanSys uint64
  MCacheInuse uint64
  MCacheSys uint64
  BuckHashSys uint64
  GCSys uint64
  OtherSys uint64
  NextGC uint64
  LastGC uint64
  PauseTotalNs uint64
  PauseNs [256]uint64
  PauseEnd [256]uint64
  NumGC uint32
  NumForcedGC uint32
  GCCPUFraction float64
  EnableGC bool
  DebugGC bool
func MutexProfile(p []BlockProfileRecord) (n int, ok bool) ! io
func NumCPU() int ! io
func NumCgoCall() int64 ! io
func NumGoroutine() int ! io
type PanicNilError struct
  *Error() string ! io self
  *RuntimeError() ! io self
type Pinner struct
  *Pin(pointer any) ! io self
  *Unpin() ! io self
func ReadMemStats(m *MemStats) ! io
func ReadTrace() (buf []byte) ! io
func SetBlockProfileRate(rate int) ! io
func SetCPUProfileRate(hz int) ! io
func SetCgoTraceback(version int, traceback unsafe.Pointer, context unsafe.Pointer, symbolizer unsafe.Pointer) ! io
func SetDefaultGOMAXPROCS() ! io
func SetFinalizer(obj any, finalizer any) ! io
func SetMutexProfileFraction(rate int) int ! io
func Stack(buf []byte, all bool) int ! io
type StackRecord struct
  Stack0 [32]uintptr
  *Stack() []uintptr ! io self
func StartTrace() error ! io
func StopTrace() ! io
func ThreadCreateProfile(p []StackRecord) (n int, ok bool) ! io
type TypeAssertionError struct
  *Error() string
  *RuntimeError()
func UnlockOSThread() ! io
func Version() string
`;
