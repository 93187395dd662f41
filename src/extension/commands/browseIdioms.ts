import { window, type QuickPickItem } from 'vscode';
import type { IdiomService, IdiomSummary } from '../../core';
import type { Panel } from '../panel/panel';

interface IdiomItem extends QuickPickItem {
  idiom: IdiomSummary;
}

/** A quick pick over the whole catalog; both languages' words and code are searched. */
export async function browseIdioms(service: IdiomService, panel: Panel): Promise<void> {
  const items = service.catalog().then(idioms =>
    idioms.map((idiom): IdiomItem => ({
      idiom,
      label: idiom.title,
      description: idiom.id,
      detail: [firstLine(idiom.python.code), firstLine(idiom.go.code), idiom.keywords.join(' ')]
        .filter(Boolean)
        .join('  ·  '),
    })),
  );
  const picked = await window.showQuickPick(items, {
    placeHolder: 'Search the idioms by a word or a piece of code of either language',
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (picked) await panel.showIdiom(picked.idiom);
}

/** The first line that says something: an import is none. */
function firstLine(code: string): string {
  const lines = code.split('\n').map(line => line.trim());
  return lines.find(line => line && !/^(import|from|#:|\/\/:|"|\)|\()/.test(line)) ?? '';
}
