/**
 * Small functions and classes of Python that an answer brings along where the language has nothing of the kind. Each is
 * written once, only where it is used, under a name that says what it does.
 */
import { bigNumbers } from './helpers/bigNumbers';
import { collections } from './helpers/collections';
import { concurrency } from './helpers/concurrency';
import { context } from './helpers/context';
import { errors } from './helpers/errors';
import { flag } from './helpers/flag';
import type { Helper } from './helpers/helper';
import { formats } from './helpers/formats';
import { json } from './helpers/json';
import { numberReaders } from './helpers/numberReaders';
import { numbers } from './helpers/numbers';
import { reading } from './helpers/reading';
import { regexp } from './helpers/regexp';
import { strings } from './helpers/strings';
import { text } from './helpers/text';
import { time } from './helpers/time';
import { urls } from './helpers/urls';
import { web } from './helpers/web';

const all = {
  ...numbers,
  ...bigNumbers,
  ...numberReaders,
  ...reading,
  ...text,
  ...errors,
  ...concurrency,
  ...collections,
  ...strings,
  ...json,
  ...context,
  ...time,
  ...formats,
  ...regexp,
  ...flag,
  ...web,
  ...urls,
};

export type HelperName = keyof typeof all;

/** A helper by its name. */
export function helperOf(name: HelperName): NamedHelper {
  return all[name] as NamedHelper;
}

type NamedHelper = Omit<Helper, 'uses'> & { uses?: readonly HelperName[] };
