import { CodeLens, Disposable, EventEmitter, languages, Range, workspace, type TextDocument } from 'vscode';
import { commands } from '../commands/names';
import { equivalentScheme, type Equivalents } from '../equivalents';

/** The line above an opened answer: what is open in it, what was taken for granted, and the check. */
export class AnswerLensFeature {
  constructor(
    private readonly equivalents: Equivalents,
    private readonly canCheck: boolean,
  ) {}

  register(): Disposable {
    const changed = new EventEmitter<void>();
    return Disposable.from(
      changed,
      this.equivalents.onDidDescribe(() => changed.fire()),
      workspace.onDidGrantWorkspaceTrust(() => changed.fire()),
      languages.registerCodeLensProvider(
        { scheme: equivalentScheme },
        {
          onDidChangeCodeLenses: changed.event,
          provideCodeLenses: document => this.provideCodeLenses(document),
        },
      ),
    );
  }

  /** Empty until the answer is there. */
  provideCodeLenses(document: TextDocument): CodeLens[] {
    const answer = this.equivalents.answerOf(document.uri);
    if (!answer?.counts) return [];
    const { gaps, assumptions } = answer.counts;
    const [language, check] =
      document.languageId === 'go' ? ['Go', commands.checkGo] : ['Python', commands.checkPython];
    const parts = [count(gaps, 'gap'), count(assumptions, 'assumption')].filter(Boolean);
    const says = parts.length > 0 ? parts : ['No gaps'];
    const runs = this.canCheck && workspace.isTrusted;
    if (answer.checked) says.push(answer.checked);
    else if (runs) says.push(`Check with ${language}`);
    return [
      new CodeLens(new Range(0, 0, 0, 0), {
        title: says.join(' · '),
        tooltip: runs ? `Compile and lint this answer with ${language}` : '',
        command: runs ? check : '',
      }),
    ];
  }
}

function count(n: number, what: string): string {
  return n === 0 ? '' : `${n} ${what}${n === 1 ? '' : 's'}`;
}
