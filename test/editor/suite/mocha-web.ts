// Mocha for the web worker: its ready-made browser build, which leaves the class behind as a global.
import type Mocha from 'mocha';
import 'mocha/mocha.js';

export default (globalThis as unknown as { Mocha: typeof Mocha }).Mocha;
