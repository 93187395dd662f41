/** CSV. */
export const csv = `
field_size_limit(limit?: int) -> int ! io
list_dialects() -> list[str]
reader(iterable: Iterable[str], dialect?: any, **options: any) -> Reader
register_dialect(name: str, dialect?: any, **options: any) -> None ! io
writer(fileobj: any, dialect?: any, **options: any) -> Writer
QUOTE_ALL: int
QUOTE_MINIMAL: int
QUOTE_NONE: int
QUOTE_NONNUMERIC: int
class Reader
  line_num: int
  __iter__() -> Iterator[list[str]]
  __next__() -> list[str] ! io self
class Writer
  writerow(row: Iterable[any], /) -> int ! io self
  writerows(rows: Iterable[any], /) -> None ! io self
class DictReader
  __init__(f: Iterable[str], fieldnames?: Iterable[str] | None, restkey?: any, restval?: any, dialect?: any, *args: any, **kwds: any)
  fieldnames: list[str]
  line_num: int
  __iter__() -> Iterator[dict[str, str]]
  __next__() -> dict[str, str] ! io self
class DictWriter
  __init__(f: any, fieldnames: Iterable[str], restval?: any, extrasaction?: str, dialect?: any, *args: any, **kwds: any)
  writeheader() -> int ! io self
  writerow(rowdict: dict[str, any]) -> int ! io self
  writerows(rowdicts: Iterable[dict[str, any]]) -> None ! io self
class Error(Exception)
`;
