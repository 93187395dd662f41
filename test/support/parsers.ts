import { join } from 'node:path';
import { assetsFromFolder } from '../../src/cli/assets';
import { createParsers } from '../../src/core/syntax/parser';

/** The folder that `npm run build` fills. */
export const assets = assetsFromFolder(join(__dirname, '../../dist/assets'));

export const parsers = createParsers(assets);
