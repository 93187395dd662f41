/** The extension in a browser, as on vscode.dev: nothing can be run there. */
import type { ExtensionContext } from 'vscode';
import { start, type ExtensionApi } from '../extension';

export function activate(context: ExtensionContext): ExtensionApi {
  return start(context, undefined);
}
