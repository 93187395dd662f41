/** CSV. */
export const encodingCsv = `
var ErrBareQuote error
var ErrFieldCount error
var ErrQuote error
var ErrTrailingComma error
func NewReader(r io.Reader) *Reader
func NewWriter(w io.Writer) *Writer
type ParseError struct
  StartLine int
  Line int
  Column int
  Err error
  *Error() string
  *Unwrap() error
type Reader struct
  Comma rune
  Comment rune
  FieldsPerRecord int
  LazyQuotes bool
  TrimLeadingSpace bool
  ReuseRecord bool
  TrailingComma bool
  *FieldPos(field int) (line int, column int)
  *InputOffset() int64
  *Read() (record []string, err error) ! io self
  *ReadAll() (records [][]string, err error) ! io self
type Writer struct
  Comma rune
  UseCRLF bool
  *Error() error
  *Flush() ! io self
  *Write(record []string) error ! io self
  *WriteAll(records [][]string) error ! io self
`;
