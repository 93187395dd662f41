/** Readers and writers. */
export const io = `
type ByteReader interface
  ReadByte() (byte, error) ! io self
type ByteScanner interface
  ReadByte() (byte, error) ! io self
  UnreadByte() error ! io self
type ByteWriter interface
  WriteByte(c byte) error ! io self
type Closer interface
  Close() error ! io self
func Copy(dst Writer, src Reader) (written int64, err error) ! io
func CopyBuffer(dst Writer, src Reader, buf []byte) (written int64, err error) ! io
func CopyN(dst Writer, src Reader, n int64) (written int64, err error) ! io
var Discard Writer
var EOF error
var ErrClosedPipe error
var ErrNoProgress error
var ErrShortBuffer error
var ErrShortWrite error
var ErrUnexpectedEOF error
func LimitReader(r Reader, n int64) Reader
type LimitedReader struct
  R Reader
  N int64
  *Read(p []byte) (n int, err error) ! io self p
func MultiReader(readers ...Reader) Reader
func MultiWriter(writers ...Writer) Writer
func NewOffsetWriter(w WriterAt, off int64) *OffsetWriter
func NewSectionReader(r ReaderAt, off int64, n int64) *SectionReader
func NopCloser(r Reader) ReadCloser
type OffsetWriter struct
  *Seek(offset int64, whence int) (int64, error) ! io self
  *Write(p []byte) (n int, err error) ! io self
  *WriteAt(p []byte, off int64) (n int, err error) ! io self
func Pipe() (*PipeReader, *PipeWriter)
type PipeReader struct
  *Close() error ! io self
  *CloseWithError(err error) error ! io self
  *Read(data []byte) (n int, err error) ! io self data
type PipeWriter struct
  *Close() error ! io self
  *CloseWithError(err error) error ! io self
  *Write(data []byte) (n int, err error) ! io self
func ReadAll(r Reader) ([]byte, error) ! io
func ReadAtLeast(r Reader, buf []byte, min int) (n int, err error) ! io
type ReadCloser interface
  Close() error ! io self
  Read(p []byte) (n int, err error) ! io self p
func ReadFull(r Reader, buf []byte) (n int, err error) ! io
type ReadSeekCloser interface
  Close() error ! io self
  Read(p []byte) (n int, err error) ! io self p
  Seek(offset int64, whence int) (int64, error) ! io self
type ReadSeeker interface
  Read(p []byte) (n int, err error) ! io self p
  Seek(offset int64, whence int) (int64, error) ! io self
type ReadWriteCloser interface
  Close() error ! io self
  Read(p []byte) (n int, err error) ! io self p
  Write(p []byte) (n int, err error) ! io self
type ReadWriteSeeker interface
  Read(p []byte) (n int, err error) ! io self p
  Seek(offset int64, whence int) (int64, error) ! io self
  Write(p []byte) (n int, err error) ! io self
type ReadWriter interface
  Read(p []byte) (n int, err error) ! io self p
  Write(p []byte) (n int, err error) ! io self
type Reader interface
  Read(p []byte) (n int, err error) ! io self p
type ReaderAt interface
  ReadAt(p []byte, off int64) (n int, err error) ! io self p
type ReaderFrom interface
  ReadFrom(r Reader) (n int64, err error) ! io self
type RuneReader interface
  ReadRune() (r rune, size int, err error) ! io self
type RuneScanner interface
  ReadRune() (r rune, size int, err error) ! io self
  UnreadRune() error ! io self
type SectionReader struct
  *Outer() (r ReaderAt, off int64, n int64) ! io self
  *Read(p []byte) (n int, err error) ! io self p
  *ReadAt(p []byte, off int64) (n int, err error) ! io self p
  *Seek(offset int64, whence int) (int64, error) ! io self
  *Size() int64
const SeekCurrent int
const SeekEnd int
const SeekStart int
type Seeker interface
  Seek(offset int64, whence int) (int64, error) ! io self
type StringWriter interface
  WriteString(s string) (n int, err error) ! io self
func TeeReader(r Reader, w Writer) Reader
type WriteCloser interface
  Close() error ! io self
  Write(p []byte) (n int, err error) ! io self
type WriteSeeker interface
  Seek(offset int64, whence int) (int64, error) ! io self
  Write(p []byte) (n int, err error) ! io self
func WriteString(w Writer, s string) (n int, err error) ! io
type Writer interface
  Write(p []byte) (n int, err error) ! io self
type WriterAt interface
  WriteAt(p []byte, off int64) (n int, err error) ! io self
type WriterTo interface
  WriteTo(w Writer) (n int64, err error) ! io self
`;
