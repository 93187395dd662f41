/** The extension where programs can be run: on a desktop and on a remote host. */
import type { ExtensionContext } from 'vscode';
import { checkGo } from './goChecker';
import { checkPython } from './pythonChecker';
import { start, type ExtensionApi } from '../extension';

export function activate(context: ExtensionContext): ExtensionApi {
  return start(context, { go: checkGo, python: checkPython });
}
