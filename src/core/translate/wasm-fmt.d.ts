/**
 * The inner modules of the two formatters: they take the WebAssembly instance from outside, so that the bytes can come
 * from the host. The packages' own entries fetch them by `import.meta.url`, which a CommonJS bundle does not have.
 */
declare module '@wasm-fmt/gofmt/gofmt_binding.js' {
  export function format(wasm: unknown, source: string): string;
}
declare module '@wasm-fmt/ruff_fmt/ruff_fmt_bg.js' {
  export function __wbg_set_wasm(wasm: unknown): void;
  export function format(
    source: string,
    path?: string | null,
    config?: { indent_style?: 'tab' | 'space'; indent_width?: number; line_width?: number } | null,
  ): string;
}
