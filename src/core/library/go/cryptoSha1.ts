/** SHA-1. */
export const cryptoSha1 = `
const BlockSize int
func New() hash.Hash
const Size int
func Sum(data []byte) [20]byte
`;
