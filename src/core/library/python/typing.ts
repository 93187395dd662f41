/** Typing; its annotations are known without a table. */
export const typing = `
TYPE_CHECKING: bool
NewType(name: str, tp: any) -> any
cast(typ: any, val: any) -> any
get_args(tp: any) -> list[any]
get_origin(tp: any) -> any
get_type_hints(obj: any, globalns?: any, localns?: any, include_extras?: bool) -> dict[str, any]
no_type_check(arg: any) -> any
overload(func: any) -> any
override(method: any, /) -> any
final(f: any) -> any
runtime_checkable(cls: any) -> any
reveal_type(obj: T, /) -> T
assert_never(arg: any, /) -> None ! AssertionError
Any: any
Callable: any
Dict: any
Final: any
ClassVar: any
Generic: any
List: any
Literal: any
NamedTuple: any
Optional: any
Protocol: any
Self: any
Set: any
Tuple: any
TypeAlias: any
TypedDict: any
Union: any
class TypeVar
  __init__(name: str, *constraints: any, bound?: any, covariant?: bool, contravariant?: bool)
`;
