/** Whole files through the public API, as an editor or the command line asks for them. */
import { createIdiomService, type Document, type LanguageId, type Translation } from '../../src/core';
import { assets } from './parsers';

/** What the service logged as a warning or an error: nothing should be. */
export const complaints: string[] = [];

const service = createIdiomService(
  {
    assets,
    neighbours: { sources: () => Promise.resolve([]), project: () => Promise.resolve(undefined) },
    log: {
      debug: () => undefined,
      warn: message => void complaints.push(message),
      error: message => void complaints.push(message),
    },
  },
  { maxDocuments: 1 },
);

let opened = 0;

/** Opens the text as a document, and disposes of it when `work` is done. */
async function withDocument<T>(
  language: LanguageId,
  text: string,
  work: (document: Document) => Promise<T>,
): Promise<T> {
  const uri = `file:///answers/${opened++}/program.${language === 'go' ? 'go' : 'py'}`;
  const document = await service.open({ uri, language, text, version: 1 });
  try {
    return await work(document);
  } finally {
    document.dispose();
  }
}

/** A whole file in the other language. */
export function translateFile(language: LanguageId, text: string): Promise<Translation> {
  return withDocument(language, text, document => document.translate());
}
