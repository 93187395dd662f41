/** Random numbers for secrets. */
export const cryptoRand = `
func Int(rand io.Reader, max *big.Int) (n *big.Int, err error) ! io
func Prime(r io.Reader, bits int) (*big.Int, error) ! io
func Read(b []byte) (n int, err error) ! io
var Reader io.Reader
func Text() string ! io
`;
