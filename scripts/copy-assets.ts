/** Puts the WebAssembly files that the product needs into `dist/assets`, under the names that the core asks for. */
import { copyFile, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';

export const root = join(__dirname, '..');
export const assetFolder = join(root, 'dist', 'assets');

const sources = {
  'web-tree-sitter.wasm': 'web-tree-sitter/web-tree-sitter.wasm',
  'tree-sitter-python.wasm': 'tree-sitter-python/tree-sitter-python.wasm',
  'tree-sitter-go.wasm': 'tree-sitter-go/tree-sitter-go.wasm',
  'gofmt.wasm': '@wasm-fmt/gofmt/gofmt.wasm',
  'ruff_fmt.wasm': '@wasm-fmt/ruff_fmt/ruff_fmt_bg.wasm',
};

export async function copyAssets(): Promise<void> {
  await mkdir(assetFolder, { recursive: true });
  for (const [name, source] of Object.entries(sources)) {
    const target = join(assetFolder, name);
    await mkdir(dirname(target), { recursive: true });
    await copyFile(join(root, 'node_modules', source), target);
  }
}
