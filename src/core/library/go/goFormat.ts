/** Layout of Go code. */
export const goFormat = `
func Node(dst io.Writer, fset *token.FileSet, node any) error
func Source(src []byte) ([]byte, error)
`;
