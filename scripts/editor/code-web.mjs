#!/usr/bin/env node
// Stands in for the program of desktop VS Code where tests are run: it takes the same arguments, and opens the real VS
// Code of the npm registry in a browser without a window. @vscode/test-electron starts it like any other VS Code.
import { register } from 'tsx/cjs/api';
import { createRequire } from 'node:module';

register();
createRequire(import.meta.url)('./launcher.ts');
