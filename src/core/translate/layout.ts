/** Layout of the answers by the formatters of the two languages, as WebAssembly. They are loaded at the first use. */
import { format as formatGo } from '@wasm-fmt/gofmt/gofmt_binding.js';
import * as ruff from '@wasm-fmt/ruff_fmt/ruff_fmt_bg.js';
import type { Assets, LanguageId } from '../syntax/parser';

export interface Layout {
  /** The text as the formatter of the language writes it; unchanged, with the reason, where the formatter refuses it. */
  format(language: LanguageId, text: string): Promise<{ text: string; problem?: string }>;
}

/** The part of the platform's WebAssembly that is used here; the core knows no platform's types. */
interface WebAssemblyLike {
  instantiate(bytes: Uint8Array, imports: object): Promise<{ instance: { exports: Record<string, unknown> } }>;
}

type Formatter = (text: string) => string;

/** Formatters from the host's assets. A load that failed is tried again at the next call. */
export function createLayout(assets: Assets): Layout {
  const loading = new Map<LanguageId, Promise<Formatter>>();

  function formatter(language: LanguageId): Promise<Formatter> {
    let ready = loading.get(language);
    if (!ready) {
      ready = language === 'go' ? loadGofmt(assets) : loadRuff(assets);
      ready.catch(() => loading.delete(language));
      loading.set(language, ready);
    }
    return ready;
  }

  return {
    async format(language, text) {
      try {
        return { text: (await formatter(language))(text) };
      } catch (error) {
        return { text, problem: error instanceof Error ? error.message : String(error) };
      }
    },
  };
}

async function instantiate(bytes: Uint8Array, imports: object): Promise<Record<string, unknown>> {
  const { WebAssembly } = globalThis as unknown as { WebAssembly: WebAssemblyLike };
  return (await WebAssembly.instantiate(bytes, imports)).instance.exports;
}

async function loadGofmt(assets: Assets): Promise<Formatter> {
  const wasm = await instantiate(await assets.read('gofmt.wasm'), {});
  (wasm['_initialize'] as () => void)();
  return text => formatGo(wasm, text);
}

let ruffReady: Promise<Formatter> | undefined;

/** The binding keeps views of one instance's memory for itself, so a second instance would read the first one's. */
function loadRuff(assets: Assets): Promise<Formatter> {
  if (!ruffReady) {
    ruffReady = startRuff(assets);
    ruffReady.catch(() => (ruffReady = undefined));
  }
  return ruffReady;
}

async function startRuff(assets: Assets): Promise<Formatter> {
  const wasm = await instantiate(await assets.read('ruff_fmt.wasm'), { './ruff_fmt_bg.js': ruff });
  ruff.__wbg_set_wasm(wasm);
  return text => ruff.format(text, 'answer.py', { indent_style: 'space', indent_width: 4, line_width: 88 });
}
