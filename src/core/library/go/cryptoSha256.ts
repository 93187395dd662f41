/** SHA-256. */
export const cryptoSha256 = `
const BlockSize int
func New() hash.Hash
func New224() hash.Hash
const Size int
const Size224 int
func Sum224(data []byte) [28]byte
func Sum256(data []byte) [32]byte
`;
