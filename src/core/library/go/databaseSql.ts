/** SQL databases. */
export const databaseSql = `
type ColumnType struct
  *DatabaseTypeName() string ! io self
  *DecimalSize() (precision int64, scale int64, ok bool) ! io self
  *Length() (length int64, ok bool) ! io self
  *Name() string ! io self
  *Nullable() (nullable bool, ok bool) ! io self
  *ScanType() reflect.Type ! io self
type Conn struct
  *BeginTx(ctx context.Context, opts *TxOptions) (*Tx, error) ! io
  *Close() error ! io
  *ExecContext(ctx context.Context, query string, args ...any) (Result, error) ! io
  *PingContext(ctx context.Context) error ! io
  *PrepareContext(ctx context.Context, query string) (*Stmt, error) ! io
  *QueryContext(ctx context.Context, query string, args ...any) (*Rows, error) ! io
  *QueryRowContext(ctx context.Context, query string, args ...any) *Row ! io
  *Raw(f func(driverConn any) error) (err error) ! io
type DB struct
  *Begin() (*Tx, error) ! io
  *BeginTx(ctx context.Context, opts *TxOptions) (*Tx, error) ! io
  *Close() error ! io
  *Conn(ctx context.Context) (*Conn, error) ! io
  *Driver() driver.Driver ! io
  *Exec(query string, args ...any) (Result, error) ! io
  *ExecContext(ctx context.Context, query string, args ...any) (Result, error) ! io
  *Ping() error ! io
  *PingContext(ctx context.Context) error ! io
  *Prepare(query string) (*Stmt, error) ! io
  *PrepareContext(ctx context.Context, query string) (*Stmt, error) ! io
  *Query(query string, args ...any) (*Rows, error) ! io
  *QueryContext(ctx context.Context, query string, args ...any) (*Rows, error) ! io
  *QueryRow(query string, args ...any) *Row ! io
  *QueryRowContext(ctx context.Context, query string, args ...any) *Row ! io
  *SetConnMaxIdleTime(d time.Duration) ! io
  *SetConnMaxLifetime(d time.Duration) ! io
  *SetMaxIdleConns(n int) ! io
  *SetMaxOpenConns(n int) ! io
  *Stats() DBStats ! io
type DBStats struct
  MaxOpenConnections int
  OpenConnections int
  InUse int
  Idle int
  WaitCount int64
  WaitDuration time.Duration
  MaxIdleClosed int64
  MaxIdleTimeClosed int64
  MaxLifetimeClosed int64
func Drivers() []string ! io
var ErrConnDone error
var ErrNoRows error
var ErrTxDone error
type IsolationLevel int
  String() string ! io
const LevelDefault IsolationLevel
const LevelLinearizable IsolationLevel
const LevelReadCommitted IsolationLevel
const LevelReadUncommitted IsolationLevel
const LevelRepeatableRead IsolationLevel
const LevelSerializable IsolationLevel
const LevelSnapshot IsolationLevel
const LevelWriteCommitted IsolationLevel
func Named(name string, value any) NamedArg
type NamedArg struct
  Name string
  Value any
type Null[T any] struct
  V T
  Valid bool
  *Scan(value any) error ! io self
  Value() (driver.Value, error) ! io
type NullBool struct
  Bool bool
  Valid bool
  *Scan(value any) error ! io self
  Value() (driver.Value, error) ! io
type NullByte struct
  Byte byte
  Valid bool
  *Scan(value any) error ! io self
  Value() (driver.Value, error) ! io
type NullFloat64 struct
  Float64 float64
  Valid bool
  *Scan(value any) error ! io self
  Value() (driver.Value, error) ! io
type NullInt16 struct
  Int16 int16
  Valid bool
  *Scan(value any) error ! io self
  Value() (driver.Value, error) ! io
type NullInt32 struct
  Int32 int32
  Valid bool
  *Scan(value any) error ! io self
  Value() (driver.Value, error) ! io
type NullInt64 struct
  Int64 int64
  Valid bool
  *Scan(value any) error ! io self
  Value() (driver.Value, error) ! io
type NullString struct
  String string
  Valid bool
  *Scan(value any) error ! io self
  Value() (driver.Value, error) ! io
type NullTime struct
  Time time.Time
  Valid bool
  *Scan(value any) error ! io self
  Value() (driver.Value, error) ! io
func Open(driverName string, dataSourceName string) (*DB, error) ! io
func OpenDB(c driver.Connector) *DB ! io
type Out struct
  Dest any
  In bool
type RawBytes []byte
func Register(name string, driver driver.Driver) ! io
type Result interface
  LastInsertId() (int64, error) ! io
  RowsAffected() (int64, error) ! io
type Row struct
  *Err() error ! io self
  *Scan(dest ...any) error ! io dest
type Rows struct
  *Close() error ! io self
  *ColumnTypes() ([]*ColumnType, error) ! io self
  *Columns() ([]string, error) ! io self
  *Err() error ! io self
  *Next() bool ! io self
  *NextResultSet() bool ! io self
  *Scan(dest ...any) error ! io dest
type Scanner interface
  Scan(src any) error ! io
type Stmt struct
  *Close() error ! io
  *Exec(args ...any) (Result, error) ! io
  *ExecContext(ctx context.Context, args ...any) (Result, error) ! io
  *Query(args ...any) (*Rows, error) ! io
  *QueryContext(ctx context.Context, args ...any) (*Rows, error) ! io
  *QueryRow(args ...any) *Row ! io
  *QueryRowContext(ctx context.Context, args ...any) *Row ! io
type Tx struct
  *Commit() error ! io
  *Exec(query string, args ...any) (Result, error) ! io
  *ExecContext(ctx context.Context, query string, args ...any) (Result, error) ! io
  *Prepare(query string) (*Stmt, error) ! io
  *PrepareContext(ctx context.Context, query string) (*Stmt, error) ! io
  *Query(query string, args ...any) (*Rows, error) ! io
  *QueryContext(ctx context.Context, query string, args ...any) (*Rows, error) ! io
  *QueryRow(query string, args ...any) *Row ! io
  *QueryRowContext(ctx context.Context, query string, args ...any) *Row ! io
  *Rollback() error ! io
  *Stmt(stmt *Stmt) *Stmt ! io
  *StmtContext(ctx context.Context, stmt *Stmt) *Stmt ! io
type TxOptions struct
  Isolation IsolationLevel
  ReadOnly bool
`;
