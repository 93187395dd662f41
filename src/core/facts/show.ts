/** Types as text, for people and for tests. */
import type { FunctionParam, Type } from './types';

/** Writes a type in Python's way: `dict[str, int]`, `Optional` as `str | None`, `(x: int) -> str` for functions. */
export function showType(type: Type): string {
  switch (type.kind) {
    case 'unknown':
      return '?';
    case 'none':
      return 'None';
    case 'int':
    case 'float':
      return type.go ?? type.kind;
    case 'list':
    case 'set':
    case 'iterator':
      return `${type.kind}[${showType(type.elt)}]`;
    case 'array':
      return `array[${type.len}, ${showType(type.elt)}]`;
    case 'tuple':
      return `tuple[${type.elts.map(showType).join(', ')}]`;
    case 'dict':
      return `dict[${showType(type.key)}, ${showType(type.value)}]`;
    case 'awaitable':
      return `awaitable[${showType(type.of)}]`;
    case 'chan':
      return `chan[${showType(type.elt)}]`;
    case 'pointer':
      return `*${showType(type.to)}`;
    case 'error':
      return type.name ?? 'error';
    case 'func':
      return `(${type.params.map(showParam).join(', ')}) -> ${showType(type.result)}`;
    case 'instance':
      return type.name + (type.args.length ? `[${type.args.map(showType).join(', ')}]` : '');
    case 'class':
      return `type[${type.name}]`;
    case 'module':
      return `module ${type.name}`;
    case 'optional':
      return `${showType(type.of)} | None`;
    case 'union':
      return type.types.map(showType).join(' | ');
    case 'typevar':
      return type.name;
    default:
      return type.kind;
  }
}

function showParam(param: FunctionParam): string {
  const stars = param.variadic ? (param.keywordOnly ? '**' : '*') : '';
  return `${stars}${param.name === undefined ? '' : `${param.name}${param.optional ? '?' : ''}: `}${showType(param.type)}`;
}
