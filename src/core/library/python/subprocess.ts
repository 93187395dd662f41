/** Running other programs. */
export const subprocess = `
call(*popenargs: any, timeout?: float | None, **kwargs: any) -> int ! io
check_call(*popenargs: any, **kwargs: any) -> int ! io subprocess.CalledProcessError
check_output(*popenargs: any, timeout?: float | None, **kwargs: any) -> bytes ! io subprocess.CalledProcessError
getoutput(cmd: str, *, encoding?: str | None, errors?: str | None) -> str ! io
getstatusoutput(cmd: str, *, encoding?: str | None, errors?: str | None) -> tuple[int, str] ! io
run(*popenargs: any, input?: any, capture_output?: bool, timeout?: float | None, check?: bool, **kwargs: any) -> CompletedProcess ! io subprocess.CalledProcessError subprocess.TimeoutExpired OSError
DEVNULL: int
PIPE: int
STDOUT: int
class CompletedProcess
  args: any
  returncode: int
  stdout: str
  stderr: str
  check_returncode() -> None ! subprocess.CalledProcessError
class Popen
  __init__(args: any, bufsize?: int, executable?: any, stdin?: any, stdout?: any, stderr?: any, preexec_fn?: any, close_fds?: bool, shell?: bool, cwd?: any, env?: any, universal_newlines?: any, startupinfo?: any, creationflags?: int, restore_signals?: bool, start_new_session?: bool, pass_fds?: any, *, user?: any, group?: any, extra_groups?: any, encoding?: str | None, errors?: str | None, text?: bool | None, umask?: int, pipesize?: int, process_group?: int | None) ! io OSError
  args: any
  pid: int
  returncode: int | None
  stdin: any
  stdout: any
  stderr: any
  communicate(input?: any, timeout?: float | None) -> tuple[str, str] ! io self
  kill() -> None ! io
  poll() -> int | None ! io
  send_signal(sig: int) -> None ! io
  terminate() -> None ! io
  wait(timeout?: float | None) -> int ! io
class SubprocessError(Exception)
class CalledProcessError(SubprocessError)
  returncode: int
  cmd: any
  output: any
  stdout: any
  stderr: any
class TimeoutExpired(SubprocessError)
  cmd: any
  timeout: float
`;
