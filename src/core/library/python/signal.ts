/** Signals. */
export const signal = `
alarm(seconds: int, /) -> int ! io
getsignal(signalnum: int) -> any ! io
pause() -> None ! io
raise_signal(signalnum: int, /) -> None ! io
signal(signalnum: int, handler: any) -> any ! io
SIGHUP: int
SIGINT: int
SIGKILL: int
SIGTERM: int
SIGUSR1: int
`;
