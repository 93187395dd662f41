/** Compiles a Go answer and runs `go vet` on it, in a temporary module and without a network. Node only. */
import { devNull } from 'node:os';
import { MissingTool, type CheckOptions, type CheckResult, type Finding } from '../checker';
import { inTemporaryFolder, run } from './programs';

const offline = { GOPROXY: 'off', GOTOOLCHAIN: 'local', GOWORK: 'off', GOFLAGS: '-mod=readonly' };

export function checkGo(code: string, { executable = 'go', signal }: CheckOptions): Promise<CheckResult> {
  return inTemporaryFolder({ 'answer.go': code }, async cwd => {
    const go = (args: string[]) => run(executable, args, { cwd, signal, env: offline });
    const version = /\bgo(\d+\.\d+)(\S*)/.exec((await go(['version']))?.stdout ?? '');
    if (!version) throw new MissingTool('Go', 'https://go.dev/doc/install');
    const tool = `go vet, Go ${version[1]}${version[2]}`;
    await go(['mod', 'init', 'answer']);
    await go(['mod', 'edit', `-go=${version[1]}`]);
    // Vet stops at the first error of the compiler; the compiler tells all.
    const built = await go(['build', '-gcflags=-e', '-o', devNull, '.']);
    const vetted = built?.status === 0 ? await go(['vet', '.']) : undefined;
    const said = `${built?.stderr ?? ''}${vetted?.stderr ?? ''}`;
    const findings = readFindings(said);
    const missing = [...said.matchAll(/(?:no required|cannot find) module provid(?:es|ing) package ([^\s:;]+)/g)].map(
      found => found[1]!,
    );
    if (missing.length > 0) {
      const packages = [...new Set(missing)].join(', ');
      return { tool, findings: [], note: `it needs ${packages}, which is not in Go's standard library` };
    }
    const failed = (built?.status ?? 1) !== 0 || (vetted?.status ?? 1) !== 0;
    if (failed && findings.length === 0) throw new Error(said.trim() || 'go vet failed and said nothing.');
    return { tool, findings };
  });
}

/** `./answer.go:3:5: message`; lines behind it that start with a tab belong to it. */
export function readFindings(text: string): Finding[] {
  return [...text.matchAll(/^(?:vet: )?(?:\.[\\/])?answer\.go:(\d+):(?:(\d+):)? (.*(?:\n\t.*)*)/gm)].map(found => ({
    line: Number(found[1]) - 1,
    column: Number(found[2] ?? 1) - 1,
    message: found[3]!.replace(/\s*\n\t/g, '; '),
  }));
}
