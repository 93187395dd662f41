/** Buffered reading and writing. */
export const bufio = `
var ErrAdvanceTooFar error
var ErrBadReadCount error
var ErrBufferFull error
var ErrFinalToken error
var ErrInvalidUnreadByte error
var ErrInvalidUnreadRune error
var ErrNegativeAdvance error
var ErrNegativeCount error
var ErrTooLong error
const MaxScanTokenSize int
func NewReadWriter(r *Reader, w *Writer) *ReadWriter
func NewReader(rd io.Reader) *Reader
func NewReaderSize(rd io.Reader, size int) *Reader
func NewScanner(r io.Reader) *Scanner
func NewWriter(w io.Writer) *Writer
func NewWriterSize(w io.Writer, size int) *Writer
type ReadWriter struct
  Reader *Reader
  Writer *Writer
  *Available() int
  *AvailableBuffer() []byte
  *Discard(n int) (discarded int, err error) ! io self
  *Flush() error ! io self
  *Peek(n int) ([]byte, error) ! io self
  *Read(p []byte) (n int, err error) ! io self p
  *ReadByte() (byte, error) ! io self
  *ReadBytes(delim byte) ([]byte, error) ! io self
  *ReadFrom(r io.Reader) (n int64, err error) ! io self
  *ReadLine() (line []byte, isPrefix bool, err error) ! io self
  *ReadRune() (r rune, size int, err error) ! io self
  *ReadSlice(delim byte) (line []byte, err error) ! io self
  *ReadString(delim byte) (string, error) ! io self
  *UnreadByte() error ! io self
  *UnreadRune() error ! io self
  *Write(p []byte) (nn int, err error) ! io self
  *WriteByte(c byte) error ! io self
  *WriteRune(r rune) (size int, err error) ! io self
  *WriteString(s string) (int, error) ! io self
  *WriteTo(w io.Writer) (n int64, err error) ! io self
type Reader struct
  *Buffered() int
  *Discard(n int) (discarded int, err error) ! io self
  *Peek(n int) ([]byte, error) ! io self
  *Read(p []byte) (n int, err error) ! io self p
  *ReadByte() (byte, error) ! io self
  *ReadBytes(delim byte) ([]byte, error) ! io self
  *ReadLine() (line []byte, isPrefix bool, err error) ! io self
  *ReadRune() (r rune, size int, err error) ! io self
  *ReadSlice(delim byte) (line []byte, err error) ! io self
  *ReadString(delim byte) (string, error) ! io self
  *Reset(r io.Reader) ! io self
  *Size() int
  *UnreadByte() error ! io self
  *UnreadRune() error ! io self
  *WriteTo(w io.Writer) (n int64, err error) ! io self
func ScanBytes(data []byte, atEOF bool) (advance int, token []byte, err error)
func ScanLines(data []byte, atEOF bool) (advance int, token []byte, err error)
func ScanRunes(data []byte, atEOF bool) (advance int, token []byte, err error)
func ScanWords(data []byte, atEOF bool) (advance int, token []byte, err error)
type Scanner struct
  *Buffer(buf []byte, max int) ! io self
  *Bytes() []byte
  *Err() error
  *Scan() bool ! io self
  *Split(split SplitFunc) ! io self
  *Text() string
type SplitFunc func(data []byte, atEOF bool) (advance int, token []byte, err error)
type Writer struct
  *Available() int
  *AvailableBuffer() []byte
  *Buffered() int
  *Flush() error ! io self
  *ReadFrom(r io.Reader) (n int64, err error) ! io self
  *Reset(w io.Writer) ! io self
  *Size() int
  *Write(p []byte) (nn int, err error) ! io self
  *WriteByte(c byte) error ! io self
  *WriteRune(r rune) (size int, err error) ! io self
  *WriteString(s string) (int, error) ! io self
`;
