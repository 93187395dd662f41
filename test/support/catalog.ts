/** The compiled catalog, as the product ships it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Idiom } from '../../src/core';
import { projectRoot } from './toolchain';

/** Throws where `npm run build` has not been run. */
export function shippedCatalog(): Idiom[] {
  const file = join(projectRoot, 'dist', 'assets', 'catalog.json');
  return (JSON.parse(readFileSync(file, 'utf8')) as { idioms: Idiom[] }).idioms;
}
