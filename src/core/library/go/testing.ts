/** Tests and benchmarks. */
export const testing = `
func AllocsPerRun(runs int, f func()) (avg float64) ! io
type B struct
  N int
  *ArtifactDir() string ! io self
  *Attr(key string, value string) ! io self
  *Chdir(dir string) ! io self
  *Cleanup(f func()) ! io self
  *Context() context.Context ! io self
  *Elapsed() time.Duration
  *Error(args ...any) ! io self
  *Errorf(format string, args ...any) ! io self
  *Fail() ! io self
  *FailNow() ! io self
  *Failed() bool
  *Fatal(args ...any) ! io self
  *Fatalf(format string, args ...any) ! io self
  *Helper() ! io self
  *Log(args ...any) ! io self
  *Logf(format string, args ...any) ! io self
  *Loop() bool ! io self
  *Name() string
  *Output() io.Writer ! io self
  *ReportAllocs() ! io self
  *ReportMetric(n float64, unit string) ! io self
  *ResetTimer() ! io self
  *Run(name string, f func(b *B)) bool ! io self
  *RunParallel(body func(*PB)) ! io self
  *SetBytes(n int64) ! io self
  *SetParallelism(p int) ! io self
  *Setenv(key string, value string) ! io self
  *Skip(args ...any) ! io self
  *SkipNow() ! io self
  *Skipf(format string, args ...any) ! io self
  *Skipped() bool
  *StartTimer() ! io self
  *StopTimer() ! io self
  *TempDir() string ! io self
func Benchmark(f func(b *B)) BenchmarkResult ! io
type BenchmarkResult struct
  N int
  T time.Duration
  Bytes int64
  MemAllocs uint64
  MemBytes uint64
  Extra map[string]float64
  AllocedBytesPerOp() int64 ! io self
  AllocsPerOp() int64 ! io self
  MemString() string ! io self
  NsPerOp() int64 ! io self
  String() string ! io self
type Cover struct
  Mode string
  Counters map[string][]uint32
  Blocks map[string][]CoverBlock
  CoveredPackages string
type CoverBlock struct
  Line0 uint32
  Col0 uint16
  Line1 uint32
  Col1 uint16
  Stmts uint16
func CoverMode() string
func Coverage() float64 ! io
type F struct
  *Add(args ...any) ! io self
  *ArtifactDir() string ! io self
  *Attr(key string, value string) ! io self
  *Chdir(dir string) ! io self
  *Cleanup(f func()) ! io self
  *Context() context.Context ! io self
  *Error(args ...any) ! io self
  *Errorf(format string, args ...any) ! io self
  *Fail() ! io self
  *FailNow() ! io self
  *Failed() bool
  *Fatal(args ...any) ! io self
  *Fatalf(format string, args ...any) ! io self
  *Fuzz(ff any) ! io self
  *Helper() ! io self
  *Log(args ...any) ! io self
  *Logf(format string, args ...any) ! io self
  *Name() string
  *Output() io.Writer ! io self
  *Setenv(key string, value string) ! io self
  *Skip(args ...any) ! io self
  *SkipNow() ! io self
  *Skipf(format string, args ...any) ! io self
  *Skipped() bool
  *TempDir() string ! io self
func Init() ! io
type InternalBenchmark struct
  Name string
  F func(b *B)
type InternalExample struct
  Name string
  F func()
  Output string
  Unordered bool
type InternalFuzzTarget struct
  Name string
  Fn func(f *F)
type InternalTest struct
  Name string
  F func(*T)
type M struct
  *Run() (code int) ! io self
func Main(matchString func(pat string, str string) (bool, error), tests []InternalTest, benchmarks []InternalBenchmark, examples []InternalExample) ! io
func MainStart(deps testDeps, tests []InternalTest, benchmarks []InternalBenchmark, fuzzTargets []InternalFuzzTarget, examples []InternalExample) *M ! io
type PB struct
  *Next() bool ! io self
func RegisterCover(c Cover) ! io
func RunBenchmarks(matchString func(pat string, str string) (bool, error), benchmarks []InternalBenchmark) ! io
func RunExamples(matchString func(pat string, str string) (bool, error), examples []InternalExample) (ok bool) ! io
func RunTests(matchString func(pat string, str string) (bool, error), tests []InternalTest) (ok bool) ! io
func Short() bool
type T struct
  *ArtifactDir() string ! io self
  *Attr(key string, value string) ! io self
  *Chdir(dir string) ! io self
  *Cleanup(f func()) ! io self
  *Context() context.Context ! io self
  *Deadline() (deadline time.Time, ok bool) ! io self
  *Error(args ...any) ! io self
  *Errorf(format string, args ...any) ! io self
  *Fail() ! io self
  *FailNow() ! io self
  *Failed() bool
  *Fatal(args ...any) ! io self
  *Fatalf(format string, args ...any) ! io self
  *Helper() ! io self
  *Log(args ...any) ! io self
  *Logf(format string, args ...any) ! io self
  *Name() string
  *Output() io.Writer ! io self
  *Parallel() ! io self
  *Run(name string, f func(t *T)) bool ! io self
  *Setenv(key string, value string) ! io self
  *Skip(args ...any) ! io self
  *SkipNow() ! io self
  *Skipf(format string, args ...any) ! io self
  *Skipped() bool
  *TempDir() string ! io self
type TB interface
  ArtifactDir() string ! io
  Attr(key string, value string) ! io
  Chdir(dir string) ! io
  Cleanup(func()) ! io
  Context() context.Context ! io
  Error(args ...any) ! io
  Errorf(format string, args ...any) ! io
  Fail() ! io
  FailNow() ! io
  Failed() bool ! io
  Fatal(args ...any) ! io
  Fatalf(format string, args ...any) ! io
  Helper() ! io
  Log(args ...any) ! io
  Logf(format string, args ...any) ! io
  Name() string ! io
  Output() io.Writer ! io
  Setenv(key string, value string) ! io
  Skip(args ...any) ! io
  SkipNow() ! io
  Skipf(format string, args ...any) ! io
  Skipped() bool ! io
  TempDir() string ! io
func Testing() bool
func Verbose() bool
`;
