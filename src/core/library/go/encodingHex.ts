/** Bytes as hexadecimal digits. */
export const encodingHex = `
func AppendDecode(dst []byte, src []byte) ([]byte, error) ! dst
func AppendEncode(dst []byte, src []byte) []byte ! dst
func Decode(dst []byte, src []byte) (int, error) ! dst
func DecodeString(s string) ([]byte, error)
func DecodedLen(x int) int
func Dump(data []byte) string
func Dumper(w io.Writer) io.WriteCloser
func Encode(dst []byte, src []byte) int ! dst
func EncodeToString(src []byte) string
func EncodedLen(n int) int
var ErrLength error
type InvalidByteError byte
  Error() string
func NewDecoder(r io.Reader) io.Reader
func NewEncoder(w io.Writer) io.Writer
`;
