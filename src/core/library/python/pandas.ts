/** Pandas, very roughly: what gives a frame, a series or a number. */
export const pandas = `
concat(objs: any, **kwargs: any) -> DataFrame
date_range(*args: any, **kwargs: any) -> any
merge(left: any, right: any, **kwargs: any) -> DataFrame
read_csv(filepath_or_buffer: any, **kwargs: any) -> DataFrame ! io
read_excel(io: any, **kwargs: any) -> DataFrame ! io
read_json(path_or_buf: any, **kwargs: any) -> DataFrame ! io
read_parquet(path: any, **kwargs: any) -> DataFrame ! io
read_sql(sql: any, con: any, **kwargs: any) -> DataFrame ! io
to_datetime(arg: any, **kwargs: any) -> any
class DataFrame
  __init__(data?: any, index?: any, columns?: any, dtype?: any, copy?: any)
  columns: any
  index: any
  shape: tuple[int, int]
  values: numpy.ndarray
  dtypes: any
  loc: any
  iloc: any
  head(*args: any, **kwargs: any) -> DataFrame
  tail(*args: any, **kwargs: any) -> DataFrame
  copy(*args: any, **kwargs: any) -> DataFrame
  dropna(*args: any, **kwargs: any) -> DataFrame
  fillna(*args: any, **kwargs: any) -> DataFrame
  drop(*args: any, **kwargs: any) -> DataFrame
  rename(*args: any, **kwargs: any) -> DataFrame
  reset_index(*args: any, **kwargs: any) -> DataFrame
  set_index(*args: any, **kwargs: any) -> DataFrame
  sort_values(*args: any, **kwargs: any) -> DataFrame
  sort_index(*args: any, **kwargs: any) -> DataFrame
  astype(*args: any, **kwargs: any) -> DataFrame
  apply(*args: any, **kwargs: any) -> DataFrame
  sample(*args: any, **kwargs: any) -> DataFrame
  merge(*args: any, **kwargs: any) -> DataFrame
  join(*args: any, **kwargs: any) -> DataFrame
  assign(*args: any, **kwargs: any) -> DataFrame
  query(*args: any, **kwargs: any) -> DataFrame
  isna(*args: any, **kwargs: any) -> DataFrame
  notna(*args: any, **kwargs: any) -> DataFrame
  describe(*args: any, **kwargs: any) -> DataFrame
  replace(*args: any, **kwargs: any) -> DataFrame
  round(*args: any, **kwargs: any) -> DataFrame
  drop_duplicates(*args: any, **kwargs: any) -> DataFrame
  groupby(*args: any, **kwargs: any) -> GroupBy
  to_csv(*args: any, **kwargs: any) -> None ! io
  to_dict(*args: any, **kwargs: any) -> dict[any, any]
  to_json(*args: any, **kwargs: any) -> str
  __getitem__(key: any) -> Series
  mean(*args: any, **kwargs: any) -> Series
  sum(*args: any, **kwargs: any) -> Series
  iterrows() -> Iterator[tuple[any, Series]]
  itertuples(*args: any, **kwargs: any) -> Iterator[any]
class Series
  __init__(data?: any, index?: any, dtype?: any, name?: any, copy?: any)
  columns: any
  index: any
  shape: tuple[int, int]
  values: numpy.ndarray
  dtypes: any
  loc: any
  iloc: any
  head(*args: any, **kwargs: any) -> Series
  tail(*args: any, **kwargs: any) -> Series
  copy(*args: any, **kwargs: any) -> Series
  dropna(*args: any, **kwargs: any) -> Series
  fillna(*args: any, **kwargs: any) -> Series
  drop(*args: any, **kwargs: any) -> Series
  rename(*args: any, **kwargs: any) -> Series
  reset_index(*args: any, **kwargs: any) -> Series
  set_index(*args: any, **kwargs: any) -> Series
  sort_values(*args: any, **kwargs: any) -> Series
  sort_index(*args: any, **kwargs: any) -> Series
  astype(*args: any, **kwargs: any) -> Series
  apply(*args: any, **kwargs: any) -> Series
  sample(*args: any, **kwargs: any) -> Series
  merge(*args: any, **kwargs: any) -> Series
  join(*args: any, **kwargs: any) -> Series
  assign(*args: any, **kwargs: any) -> Series
  query(*args: any, **kwargs: any) -> Series
  isna(*args: any, **kwargs: any) -> Series
  notna(*args: any, **kwargs: any) -> Series
  describe(*args: any, **kwargs: any) -> Series
  replace(*args: any, **kwargs: any) -> Series
  round(*args: any, **kwargs: any) -> Series
  drop_duplicates(*args: any, **kwargs: any) -> Series
  groupby(*args: any, **kwargs: any) -> GroupBy
  to_csv(*args: any, **kwargs: any) -> None ! io
  to_dict(*args: any, **kwargs: any) -> dict[any, any]
  to_json(*args: any, **kwargs: any) -> str
  max(*args: any, **kwargs: any) -> float
  mean(*args: any, **kwargs: any) -> float
  median(*args: any, **kwargs: any) -> float
  min(*args: any, **kwargs: any) -> float
  std(*args: any, **kwargs: any) -> float
  sum(*args: any, **kwargs: any) -> float
  tolist() -> list[any]
  unique() -> numpy.ndarray
  value_counts(*args: any, **kwargs: any) -> Series
  map(*args: any, **kwargs: any) -> Series
class GroupBy
  agg(*args: any, **kwargs: any) -> DataFrame
  count() -> DataFrame
  mean(*args: any, **kwargs: any) -> DataFrame
  size() -> Series
  sum(*args: any, **kwargs: any) -> DataFrame
  __getitem__(key: any) -> GroupBy
`;
