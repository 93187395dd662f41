/** Running other programs. */
export const osExec = `
type Cmd struct
  Path string
  Args []string
  Env []string
  Dir string
  Stdin io.Reader
  Stdout io.Writer
  Stderr io.Writer
  ExtraFiles []*os.File
  SysProcAttr *syscall.SysProcAttr
  Process *os.Process
  ProcessState *os.ProcessState
  Err error
  Cancel func() error
  WaitDelay time.Duration
  *CombinedOutput() ([]byte, error) ! io self
  *Environ() []string ! io self
  *Output() ([]byte, error) ! io self
  *Run() error ! io self
  *Start() error ! io self
  *StderrPipe() (io.ReadCloser, error) ! io self
  *StdinPipe() (io.WriteCloser, error) ! io self
  *StdoutPipe() (io.ReadCloser, error) ! io self
  *String() string
  *Wait() error ! io self
func Command(name string, arg ...string) *Cmd
func CommandContext(ctx context.Context, name string, arg ...string) *Cmd
var ErrDot error
var ErrNotFound error
var ErrWaitDelay error
type Error struct
  Name string
  Err error
  *Error() string
  *Unwrap() error
type ExitError struct
  ProcessState *os.ProcessState
  Stderr []byte
  *Error() string
  *ExitCode() int
  *Exited() bool
  *Pid() int
  *String() string
  *Success() bool
  *Sys() any
  *SysUsage() any
  *SystemTime() time.Duration
  *UserTime() time.Duration
func LookPath(file string) (string, error) ! io
`;
