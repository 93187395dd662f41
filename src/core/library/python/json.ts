/** JSON. */
export const json = `
dump(obj: any, fp: any, *, skipkeys?: bool, ensure_ascii?: bool, check_circular?: bool, allow_nan?: bool, cls?: any, indent?: int | str | None, separators?: tuple[str, str] | None, default?: Callable[[any], any] | None, sort_keys?: bool, **kw: any) -> None ! io fp
dumps(obj: any, *, skipkeys?: bool, ensure_ascii?: bool, check_circular?: bool, allow_nan?: bool, cls?: any, indent?: int | str | None, separators?: tuple[str, str] | None, default?: Callable[[any], any] | None, sort_keys?: bool, **kw: any) -> str ! TypeError
load(fp: any, *, cls?: any, object_hook?: any, parse_float?: any, parse_int?: any, parse_constant?: any, object_pairs_hook?: any, **kw: any) -> any ! io json.JSONDecodeError
loads(s: str | bytes, *, cls?: any, object_hook?: any, parse_float?: any, parse_int?: any, parse_constant?: any, object_pairs_hook?: any, **kw: any) -> any ! json.JSONDecodeError
class JSONDecodeError(ValueError)
  msg: str
  doc: str
  pos: int
  lineno: int
  colno: int
class JSONEncoder
  __init__(*, skipkeys?: bool, ensure_ascii?: bool, check_circular?: bool, allow_nan?: bool, sort_keys?: bool, indent?: any, separators?: any, default?: any)
  default(o: any) -> any ! TypeError
  encode(o: any) -> str
  iterencode(o: any, _one_shot?: bool) -> Iterator[str]
class JSONDecoder
  __init__(*, object_hook?: any, parse_float?: any, parse_int?: any, parse_constant?: any, strict?: bool, object_pairs_hook?: any)
  decode(s: str) -> any
  raw_decode(s: str, idx?: int) -> tuple[any, int]
`;
