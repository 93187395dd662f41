/** The panel's page: builds elements from messages; text never becomes HTML. */
import type { CodeView, FigureRow, Inline, OverviewModel, PanelModel } from '../core/present/panelModel';
import type { FromPage, ToPage } from './messages';

declare function acquireVsCodeApi(): {
  postMessage(message: FromPage): void;
  getState(): ToPage | undefined;
  setState(state: ToPage): void;
};

const editor = acquireVsCodeApi();
const root = document.getElementById('root')!;
const languageNames = { python: 'Python', go: 'Go' } as const;

type Child = Node | string | undefined;

function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Record<string, string>,
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children.filter(child => child !== undefined));
  return made;
}

function button(label: string, message: FromPage, attributes: Record<string, string> = {}): HTMLButtonElement {
  const made = element('button', { type: 'button', ...attributes }, label);
  made.addEventListener('click', () => editor.postMessage(message));
  return made;
}

function inline(runs: Inline[]): Node[] {
  return runs.map(run => {
    switch (run.kind) {
      case 'text':
        return document.createTextNode(run.text);
      case 'code':
        return element('code', {}, run.text);
      case 'strong':
        return element('strong', {}, run.text);
      case 'link':
        return element('a', { href: run.url }, run.text);
    }
  });
}

/** The code as spans; each span knows the offset at which its text starts. */
function code(view: CodeView, side: 'source' | 'target'): HTMLElement {
  const box = element('code', { class: 'code', 'data-side': side });
  let offset = 0;
  for (const token of view.tokens) {
    // One span for each line of a token, so that lighting up a range never covers an indent.
    for (const piece of token.text.split(/(?<=\n)/)) {
      const span = element('span', { class: `token ${token.class}`, 'data-start': String(offset) }, piece);
      box.append(span);
      offset += piece.length;
    }
  }
  const label = `${languageNames[view.language]} code`;
  return element(
    'section',
    { class: 'side', 'aria-label': label },
    element('h3', {}, languageNames[view.language]),
    element('pre', { tabindex: '0', role: 'region', 'aria-label': label }, box),
  );
}

/** Lights up what corresponds when the pointer is over one of the two codes. */
function linkSides(box: HTMLElement, pairs: PanelModel['pairs']): void {
  const spans = (side: string): HTMLElement[] => [...box.querySelectorAll<HTMLElement>(`[data-side=${side}] .token`)];
  const clear = (): void => box.querySelectorAll('.lit').forEach(span => span.classList.remove('lit'));
  box.addEventListener('mouseleave', clear);
  box.addEventListener('mouseover', event => {
    clear();
    const span = (event.target as HTMLElement).closest<HTMLElement>('.token');
    const side = span?.closest<HTMLElement>('[data-side]')?.dataset['side'] as 'source' | 'target' | undefined;
    if (!span || !side) return;
    const at = Number(span.dataset['start']);
    const around = pairs.filter(pair => pair[side].start <= at && at < pair[side].end);
    const pair = around.sort((a, b) => a[side].end - a[side].start - (b[side].end - b[side].start))[0];
    if (!pair) return;
    for (const which of ['source', 'target'] as const) {
      for (const other of spans(which)) {
        const start = Number(other.dataset['start']);
        if (pair[which].start <= start && start < pair[which].end) other.classList.add('lit');
      }
    }
  });
}

function figures(rows: FigureRow[]): HTMLElement | undefined {
  if (rows.length === 0) return undefined;
  const head = ['Figure', 'Python', 'Go', 'Published', 'Doubt'].map(text => element('th', { scope: 'col' }, text));
  const body = rows.map(row =>
    element(
      'tr',
      {},
      element('th', { scope: 'row' }, row.what),
      ...[row.python, row.go, row.passport, row.doubt].map(text => element('td', {}, text)),
    ),
  );
  return element(
    'div',
    { class: 'figures', tabindex: '0', role: 'region', 'aria-label': 'Published figures' },
    element('table', {}, element('thead', {}, element('tr', {}, ...head)), element('tbody', {}, ...body)),
  );
}

function section(title: string, ...children: Child[]): HTMLElement {
  return element('section', {}, element('h2', {}, title), ...children);
}

function comparison(model: PanelModel): Node[] {
  const sides = element(
    'div',
    { class: 'sides' },
    model.source && code(model.source, 'source'),
    model.target && code(model.target, 'target'),
  );
  linkSides(sides, model.pairs);
  const items = (texts: Child[][]): HTMLElement => element('ul', {}, ...texts.map(text => element('li', {}, ...text)));
  return [
    element('header', {}, element('h1', {}, model.title), element('span', { class: 'id' }, model.id)),
    element('p', {}, ...inline(model.summary)),
    model.live
      ? element(
          'div',
          { class: 'actions' },
          model.target && button('Copy', { kind: 'copy' }, { title: 'Copy the counterpart with its imports' }),
          button('Mute', { kind: 'mute' }, { title: 'Do not show this idiom again' }),
        )
      : undefined,
    sides,
    model.note.length > 0 ? element('p', { class: 'note' }, ...inline(model.note)) : undefined,
    model.remarks.length > 0 ? items(model.remarks.map(text => [text])) : undefined,
    model.traps.length > 0 ? section('Traps', items(model.traps.map(inline))) : undefined,
    section(
      'Performance',
      element('p', {}, ...inline(model.performance.text)),
      figures(model.performance.figures) ??
        (model.performance.from ? element('p', { class: 'from' }, model.performance.from) : undefined),
    ),
    section('At home', element('p', {}, model.fit)),
    section('Sources', items(model.sources.map(source => [element('a', { href: source.url }, source.title)]))),
  ].filter(node => node !== undefined);
}

function overview(model: OverviewModel): Node[] {
  const rows = model.rows.map(row =>
    element(
      'li',
      {},
      button(
        row.title,
        { kind: 'go', offset: row.offset },
        { class: 'row', 'aria-label': `${row.title}, line ${row.line + 1}` },
      ),
      element('span', { class: 'line', 'aria-hidden': 'true' }, `line ${row.line + 1}`),
    ),
  );
  const none = element('p', {}, 'No idiom was found in this file.');
  return [
    element(
      'header',
      {},
      element('h1', {}, `Idioms in ${model.file}`),
      element('span', { class: 'id' }, String(rows.length)),
    ),
    rows.length > 0 ? element('ol', { class: 'overview' }, ...rows) : none,
    element('div', { class: 'actions' }, button('Browse all idioms', { kind: 'browse' })),
  ];
}

function show(message: ToPage): void {
  editor.setState(message);
  root.replaceChildren(
    ...(message.kind === 'comparison'
      ? comparison(message)
      : message.kind === 'overview'
        ? overview(message)
        : [element('p', { class: 'empty' }, message.text)]),
  );
}

window.addEventListener('message', (event: MessageEvent<ToPage>) => show(event.data));
const before = editor.getState();
if (before) show(before);
editor.postMessage({ kind: 'ready' });
