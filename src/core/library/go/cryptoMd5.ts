/** MD5. */
export const cryptoMd5 = `
const BlockSize int
func New() hash.Hash
const Size int
func Sum(data []byte) [16]byte
`;
