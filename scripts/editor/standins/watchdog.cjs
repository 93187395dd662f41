// Stands in for the native part of @vscode/native-watchdog, which only a compiler could build: an extension host ends
// when the process that it belongs to is gone.
'use strict';

exports.start = pid => {
  setInterval(() => {
    try {
      process.kill(pid, 0);
    } catch {
      process.exit(55);
    }
  }, 5000).unref();
};
exports.exit = code => process.exit(code);
