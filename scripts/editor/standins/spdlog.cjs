// Stands in for the native part of @vscode/spdlog, which only a compiler could build: without it nothing that an
// extension host logs is written, and an extension's log panel stays empty. It has the members that VS Code calls, and
// does not rotate files.
'use strict';

const fs = process.getBuiltinModule('node:fs');
const path = process.getBuiltinModule('node:path');

const names = ['trace', 'debug', 'info', 'warning', 'error', 'critical'];

class Logger {
  constructor(_kind, _name, file) {
    this.file = file;
    this.level = 2;
    this.plain = false;
    for (const [level, method] of ['trace', 'debug', 'info', 'warn', 'error', 'critical'].entries()) {
      this[method] = message => this.write(level, message);
    }
  }
  write(level, message) {
    if (level < this.level) return;
    const time = new Date().toISOString().replace('T', ' ').replace('Z', '');
    fs.appendFileSync(this.file, this.plain ? String(message) : `${time} [${names[level]}] ${message}\n`);
  }
  getLevel() {
    return this.level;
  }
  setLevel(level) {
    this.level = level;
  }
  setPattern() {}
  clearFormatters() {
    this.plain = true;
  }
  flush() {}
  drop() {}
}

async function createLogger(name, file) {
  await fs.promises.mkdir(path.dirname(file), { recursive: true });
  return new Logger('rotating', name, file);
}

exports.version = 0;
exports.setLevel = () => {};
exports.setFlushOn = () => {};
exports.Logger = Logger;
exports.createRotatingLogger = createLogger;
exports.createAsyncRotatingLogger = createLogger;
