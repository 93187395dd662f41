export interface Progress {
  /** Ends the line with the outcome and the time taken. */
  stop(outcome: string): void;
}

/**
 * Shows that a step is running: counting seconds on a terminal, and one line when it ends elsewhere, so that logs stay
 * short.
 */
export function startProgress(label: string): Progress {
  const started = Date.now();
  const seconds = () => `${Math.round((Date.now() - started) / 1000)} s`;
  const live = process.stdout.isTTY;
  const timer = live ? setInterval(() => process.stdout.write(`\r${label} … ${seconds()}`), 1000) : undefined;
  return {
    stop(outcome) {
      clearInterval(timer);
      process.stdout.write(`${live ? '\r' : ''}${label}: ${outcome} after ${seconds()}\n`);
    },
  };
}
