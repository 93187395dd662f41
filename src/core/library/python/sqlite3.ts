/** SQLite. */
export const sqlite3 = `
connect(database: any, timeout?: float, detect_types?: int, isolation_level?: str | None, check_same_thread?: bool, factory?: any, cached_statements?: int, uri?: bool) -> Connection ! io sqlite3.Error
Row: any
class Connection
  row_factory: any
  total_changes: int
  close() -> None ! io self
  commit() -> None ! io sqlite3.Error
  cursor(factory?: any) -> Cursor
  execute(sql: str, parameters?: any, /) -> Cursor ! io sqlite3.Error
  executemany(sql: str, parameters: any, /) -> Cursor ! io sqlite3.Error
  executescript(sql_script: str, /) -> Cursor ! io sqlite3.Error
  rollback() -> None ! io sqlite3.Error
class Cursor
  description: any
  lastrowid: int | None
  rowcount: int
  close() -> None ! io self
  execute(sql: str, parameters?: any, /) -> Cursor ! io self sqlite3.Error
  executemany(sql: str, seq_of_parameters: any, /) -> Cursor ! io self sqlite3.Error
  fetchall() -> list[any] ! io self
  fetchmany(size?: int) -> list[any] ! io self
  fetchone() -> any ! io self
  __iter__() -> Iterator[any]
class Error(Exception)
class DatabaseError(Error)
class IntegrityError(DatabaseError)
class OperationalError(DatabaseError)
`;
