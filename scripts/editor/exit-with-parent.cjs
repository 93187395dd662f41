// Loaded into the server by `--require`. The server's standard input is a pipe from the process that started it; when
// that process is gone, for whatever reason, the pipe ends, and the server takes its whole process group along. Without
// this a killed test run would leave a VS Code server behind.
'use strict';

// Only the server itself has the pipe: what it forks inherits the flag but must not read standard input.
if (process.env.IDIOM_BRIDGE_EXIT_WITH_PARENT) {
  delete process.env.IDIOM_BRIDGE_EXIT_WITH_PARENT;
  process.stdin.resume();
  const end = () => {
    try {
      process.kill(-process.pid, 'SIGTERM');
    } catch {
      process.exit(0);
    }
  };
  process.stdin.on('end', end);
  process.stdin.on('error', end);
}
