/** Keys of a JSON object against struct tags: `"user_name"` is `json:"user_name"`. */
import type { ValueConverter } from './converter';
import { goString, pyStr } from './nodes';

/** `jsonTag(KEY)`. Declines keys that a tag cannot say: with a quote, a comma, a backslash, or the lone `-`. */
export const jsonTag: ValueConverter = {
  kind: 'value',
  name: 'jsonTag',
  sources: { min: 1, max: 1 },
  forward([key]) {
    if (key?.kind !== 'Str' || !isTagName(key.value)) return undefined;
    return { value: goString(`json:"${key.value}"`), imports: [], assumes: [] };
  },
  backward(target) {
    if (target.kind !== 'StringLit') return undefined;
    const [, name, options = ''] = /(?:^|\s)json:"([^",]*)((?:,[^",]*)*)"/.exec(target.value) ?? [];
    if (name === undefined || !isTagName(name)) return undefined;
    const assumes = /,omit(?:empty|zero)/.test(options) ? ['an empty value is written, too'] : [];
    return { values: [pyStr(name)], imports: [], assumes };
  },
};

/** The names that encoding/json takes from a tag. */
function isTagName(name: string): boolean {
  return name !== '-' && /^[\p{L}\p{Nd}!#$%&()*+\-./:;<=>?@[\]^_{|}~ ]+$/u.test(name);
}
