import {
  Hover,
  languages,
  MarkdownString,
  type CancellationToken,
  type Disposable,
  type Position,
  type TextDocument,
} from 'vscode';
import { hoverMarkdown } from '../../core';
import { commandLink, commands, hoverCommands } from '../commands/names';
import type { Documents } from '../documents';
import { hintsAt, toRange, visibleHints } from '../hints';

/** Shows the innermost idiom at the position; those around it are named in one line. */
export class HoverFeature {
  constructor(private readonly documents: Documents) {}

  register(): Disposable {
    return languages.registerHoverProvider(['python', 'go'], {
      provideHover: (document, position, token) => this.provideHover(document, position, token),
    });
  }

  /** Undefined where no idiom is, and where hovers are switched off. */
  async provideHover(text: TextDocument, position: Position, token: CancellationToken): Promise<Hover | undefined> {
    const visible = await visibleHints(this.documents, text);
    if (!visible?.settings.hover || token.isCancellationRequested) return undefined;
    const offset = text.offsetAt(position);
    const hints = await hintsAt(visible, offset);
    const hint = hints.find(
      ({ idiom, holes }) =>
        (idiom.level === 'idiom' || visible.settings.hoverQuiet) &&
        !holes.some(hole => hole.start <= offset && offset < hole.end),
    );
    const around = hints.filter(other => other !== hint && other.idiom.level === 'idiom');
    if (!hint || token.isCancellationRequested) return undefined;
    const counterpart = await visible.document.counterpart(hint);
    if (token.isCancellationRequested) return undefined;
    const place = { uri: text.uri.toString(), offset: hint.range.start, idiom: hint.idiom.id };
    const markdown = new MarkdownString(
      hoverMarkdown(hint, counterpart, around, {
        compare: commandLink(commands.compare, place),
        copy: commandLink(commands.copy, place),
        mute: commandLink(commands.mute, place),
      }),
      true,
    );
    markdown.isTrusted = { enabledCommands: hoverCommands };
    return new Hover(markdown, toRange(text, hint.range));
  }
}
