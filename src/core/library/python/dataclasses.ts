/** Classes made of fields. */
export const dataclasses = `
asdict(obj: any, *, dict_factory?: any) -> dict[str, any]
astuple(obj: any, *, tuple_factory?: any) -> list[any]
dataclass(cls?: any, /, *, init?: bool, repr?: bool, eq?: bool, order?: bool, unsafe_hash?: bool, frozen?: bool, match_args?: bool, kw_only?: bool, slots?: bool, weakref_slot?: bool) -> any
field(*, default?: any, default_factory?: Callable[[], any], init?: bool, repr?: bool, hash?: bool | None, compare?: bool, metadata?: any, kw_only?: bool) -> any
fields(class_or_instance: any) -> list[Field]
is_dataclass(obj: any) -> bool
make_dataclass(cls_name: str, fields: any, *, bases?: any, namespace?: any, init?: bool, repr?: bool, eq?: bool, order?: bool, unsafe_hash?: bool, frozen?: bool, match_args?: bool, kw_only?: bool, slots?: bool, weakref_slot?: bool) -> any
replace(obj: T, /, **changes: any) -> T
MISSING: any
KW_ONLY: any
class Field
  name: str
  type: any
  default: any
class FrozenInstanceError(AttributeError)
`;
