/** Files, the older way. */
export const ioIoutil = `
var Discard io.Writer
func NopCloser(r io.Reader) io.ReadCloser ! io
func ReadAll(r io.Reader) ([]byte, error) ! io
func ReadDir(dirname string) ([]fs.FileInfo, error) ! io
func ReadFile(filename string) ([]byte, error) ! io
func TempDir(dir string, pattern string) (name string, err error) ! io
func TempFile(dir string, pattern string) (f *os.File, err error) ! io
func WriteFile(filename string, data []byte, perm fs.FileMode) error ! io
`;
