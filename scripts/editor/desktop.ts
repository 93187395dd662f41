import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';

/** What the search looks at; tests give their own. */
export interface DesktopSearch {
  platform?: NodeJS.Platform;
  env?: NodeJS.ProcessEnv;
}

/**
 * Finds a desktop VS Code: the program that IDIOM_BRIDGE_CODE names, else `code` on the PATH, else one in the usual
 * places of the system. Returns its program or its command line script, or undefined when there is none. Throws when
 * IDIOM_BRIDGE_CODE names nothing that exists.
 */
export function findDesktopCode({ platform = process.platform, env = process.env }: DesktopSearch = {}):
  string | undefined {
  const named = env.IDIOM_BRIDGE_CODE;
  if (named) {
    if (!existsSync(named)) throw new Error(`IDIOM_BRIDGE_CODE names ${named}, which does not exist.`);
    return named;
  }
  const names = platform === 'win32' ? ['code.cmd', 'code-insiders.cmd'] : ['code', 'code-insiders'];
  const onPath = (env.PATH ?? '').split(delimiter).flatMap(folder => names.map(name => join(folder, name)));
  return [...onPath, ...usualPlaces(platform, env)].find(each => existsSync(each));
}

function usualPlaces(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string[] {
  switch (platform) {
    case 'darwin':
      return ['/Applications', join(homedir(), 'Applications')].map(folder =>
        join(folder, 'Visual Studio Code.app', 'Contents', 'Resources', 'app', 'bin', 'code'),
      );
    case 'win32':
      return [
        join(env.LOCALAPPDATA ?? '', 'Programs', 'Microsoft VS Code', 'bin', 'code.cmd'),
        join(env.PROGRAMFILES ?? '', 'Microsoft VS Code', 'bin', 'code.cmd'),
      ];
    default:
      return ['/usr/share/code/bin/code', '/snap/bin/code', '/opt/visual-studio-code/bin/code'];
  }
}

/**
 * The program behind the command line script `code`. The script hands its arguments over and ends at once, while a test
 * run has to wait for the program. Returns the path itself when it is no such script.
 */
export function programBehind(code: string): string {
  const folder = dirname(dirname(realpathSync(code)));
  // On macOS the script stands in Contents/Resources/app/bin.
  const macOS = join(folder, '..', '..', 'MacOS');
  const programs = [
    ...['code', 'code-insiders', 'Code.exe', 'Code - Insiders.exe'].map(name => join(folder, name)),
    ...(existsSync(macOS) ? readdirSync(macOS).map(name => join(macOS, name)) : []),
  ];
  return programs.find(each => existsSync(each)) ?? code;
}

/** Whether windows can be shown; always so on macOS and Windows. */
export function hasDisplay(
  env: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
): boolean {
  if (platform === 'darwin' || platform === 'win32') return true;
  return Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}
