/** SHA-512. */
export const cryptoSha512 = `
const BlockSize int
func New() hash.Hash
func New384() hash.Hash
const Size int
func Sum384(data []byte) [48]byte
func Sum512(data []byte) [64]byte
`;
