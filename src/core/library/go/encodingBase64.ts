/** Bytes as base 64. */
export const encodingBase64 = `
type CorruptInputError int64
  Error() string
type Encoding struct
  *AppendDecode(dst []byte, src []byte) ([]byte, error)
  *AppendEncode(dst []byte, src []byte) []byte
  *Decode(dst []byte, src []byte) (n int, err error) ! self
  *DecodeString(s string) ([]byte, error) ! self
  *DecodedLen(n int) int ! self
  *Encode(dst []byte, src []byte) ! self
  *EncodeToString(src []byte) string ! self
  *EncodedLen(n int) int ! self
  Strict() *Encoding
  WithPadding(padding rune) *Encoding
func NewDecoder(enc *Encoding, r io.Reader) io.Reader
func NewEncoder(enc *Encoding, w io.Writer) io.WriteCloser
func NewEncoding(encoder string) *Encoding
const NoPadding rune
var RawStdEncoding *Encoding
var RawURLEncoding *Encoding
var StdEncoding *Encoding
const StdPadding rune
var URLEncoding *Encoding
`;
