/** Gzip. */
export const compressGzip = `
const BestCompression int
const BestSpeed int
const DefaultCompression int
var ErrChecksum error
var ErrHeader error
type Header struct
  Comment string
  Extra []byte
  ModTime time.Time
  Name string
  OS byte
const HuffmanOnly int
func NewReader(r io.Reader) (*Reader, error)
func NewWriter(w io.Writer) *Writer
func NewWriterLevel(w io.Writer, level int) (*Writer, error)
const NoCompression int
type Reader struct
  Header Header
  *Close() error ! io self
  *Multistream(ok bool) ! io self
  *Read(p []byte) (n int, err error) ! io self
  *Reset(r io.Reader) error ! io self
type Writer struct
  Header Header
  *Close() error ! io self
  *Flush() error ! io self
  *Reset(w io.Writer) ! io self
  *Write(p []byte) (int, error) ! io self
`;
