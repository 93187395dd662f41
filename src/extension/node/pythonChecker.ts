/** Compiles a Python answer, and runs ruff's error rules where ruff is installed. Node only. */
import { MissingTool, type CheckOptions, type CheckResult, type Finding } from '../checker';
import { inTemporaryFolder, run, type Finished } from './programs';

/** Ends with the place and the message of a syntax error as JSON, or with nothing. */
const compile = `
import json, sys
try:
    compile(open("answer.py", encoding="utf-8").read(), "answer.py", "exec")
except SyntaxError as error:
    print(json.dumps([error.lineno or 1, error.offset or 1, error.msg]))
`;

const ruffArguments = [
  ...['check', '--isolated', '--no-cache', '--output-format', 'json'],
  ...['--select', 'E,F', '--ignore', 'E501', 'answer.py'],
];

export function checkPython(code: string, { executable, signal }: CheckOptions): Promise<CheckResult> {
  return inTemporaryFolder({ 'answer.py': code }, async cwd => {
    const start = (command: string, args: string[]) => run(command, args, { cwd, signal });
    const interpreter = await firstOf(executable ? [executable] : ['python3', 'python'], command =>
      start(command, ['--version']),
    );
    if (!interpreter) throw new MissingTool('Python', 'https://www.python.org/downloads/');
    const version = (interpreter.finished.stdout + interpreter.finished.stderr).trim();
    const compiled = await start(interpreter.command, ['-c', compile]);
    if (compiled?.status !== 0) throw new Error(compiled?.stderr.trim() || `${interpreter.command} did not start.`);
    if (compiled.stdout.trim()) {
      const [line, column, message] = JSON.parse(compiled.stdout) as [number, number, string];
      return { tool: version, findings: [{ line: line - 1, column: column - 1, message }] };
    }
    const ruff =
      (await succeeded(start(interpreter.command, ['-m', 'ruff', ...ruffArguments]))) ??
      (await succeeded(start('ruff', ruffArguments)));
    if (!ruff) return { tool: version, findings: [], note: 'ruff is not installed, so only the syntax was checked' };
    return { tool: `${version} and ruff`, findings: readFindings(ruff.stdout) };
  });
}

/** The first program that is there. */
async function firstOf(
  commands: readonly string[],
  start: (command: string) => Promise<Finished | undefined>,
): Promise<{ command: string; finished: Finished } | undefined> {
  for (const command of commands) {
    const finished = await start(command);
    if (finished?.status === 0) return { command, finished };
  }
  return undefined;
}

/** Ruff ends with 1 where it found something; other failures, and a missing program, give undefined. */
async function succeeded(started: Promise<Finished | undefined>): Promise<Finished | undefined> {
  const finished = await started;
  return finished && finished.stdout.trimStart().startsWith('[') ? finished : undefined;
}

interface RuffMessage {
  code: string | null;
  message: string;
  location: { row: number; column: number };
}

/** Ruff's JSON. */
export function readFindings(json: string): Finding[] {
  return (JSON.parse(json) as RuffMessage[]).map(({ code, message, location }) => ({
    line: location.row - 1,
    column: location.column - 1,
    message: code ? `${message} (${code})` : message,
  }));
}
