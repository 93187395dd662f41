/** What the names of a `case` pattern hold. */
import type * as py from '../../syntax/python/ast';
import { joinAll } from '../lattice';
import { dict, list, unknown, type Type } from '../types';
import { annotationType } from './annotations';
import type { PythonContext } from './context';
import { asContainer } from './instances';
import { elementOf, tupleOf } from './iteration';
import { memberOf } from './members';

/** The type that a pattern gives to a name in it; undefined where the name stands elsewhere. */
export function captureType(
  cx: PythonContext,
  subject: Type,
  pattern: py.MatchPattern,
  name: py.Identifier,
): Type | undefined {
  switch (pattern.kind) {
    case 'MatchAs': {
      if (pattern.name === name) return pattern.pattern ? patternType(cx, subject, pattern.pattern) : subject;
      return pattern.pattern && captureType(cx, subject, pattern.pattern, name);
    }
    case 'MatchStar':
      return pattern.name === name ? list(elementOf(cx, subject) ?? unknown) : undefined;
    case 'MatchOr':
      return first(pattern.patterns, one => captureType(cx, subject, one, name));
    case 'MatchSequence': {
      const elts = tupleOf(cx, subject);
      return first(pattern.patterns, (one, i) => {
        const at = one.kind === 'MatchStar' ? subject : (elts?.[i] ?? elementOf(cx, subject) ?? unknown);
        return captureType(cx, at, one, name);
      });
    }
    case 'MatchMapping': {
      const whole = asContainer(cx, subject);
      if (pattern.rest === name) return whole.kind === 'dict' ? whole : dict(unknown, unknown);
      return first(pattern.patterns, one => captureType(cx, whole.kind === 'dict' ? whole.value : unknown, one, name));
    }
    case 'MatchClass':
      return captureInClass(cx, subject, pattern, name);
    default:
      return undefined;
  }
}

function captureInClass(
  cx: PythonContext,
  subject: Type,
  pattern: py.MatchClass,
  name: py.Identifier,
): Type | undefined {
  const type = patternType(cx, subject, pattern);
  const own = type.kind === 'instance' ? cx.classNamed(type.name) : undefined;
  const fields = own
    ? [...own.scope.symbols.values()].filter(one => one.bindings.some(binding => binding.kind === 'annotated'))
    : [];
  return (
    first(pattern.patterns, (one, i) => {
      // `case int(n)` gives the whole value.
      const field = fields[i];
      return captureType(cx, field ? cx.typeOfSymbol(field) : own ? unknown : type, one, name);
    }) ??
    first(pattern.keywords, one => {
      const field = one.name.kind === 'Name' ? memberOf(cx, type, one.name.id)?.type() : undefined;
      return captureType(cx, field ?? unknown, one.pattern, name);
    })
  );
}

function patternType(cx: PythonContext, subject: Type, pattern: py.MatchPattern): Type {
  switch (pattern.kind) {
    case 'MatchClass': {
      const type = annotationType(cx, pattern.cls, cx.module.scope);
      return type.kind === 'unknown' ? subject : type;
    }
    case 'MatchOr':
      return joinAll(
        pattern.patterns.map(one => patternType(cx, subject, one)),
        cx.commonBase,
      );
    case 'MatchValue':
      return cx.typeOf(pattern.value);
    default:
      return subject;
  }
}

function first<T>(items: readonly T[], find: (item: T, index: number) => Type | undefined): Type | undefined {
  for (const [i, item] of items.entries()) {
    const found = find(item, i);
    if (found) return found;
  }
  return undefined;
}
