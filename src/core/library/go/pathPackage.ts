/** Paths with slashes. */
export const path = `
func Base(path string) string
func Clean(path string) string
func Dir(path string) string
var ErrBadPattern error
func Ext(path string) string
func IsAbs(path string) bool
func Join(elem ...string) string
func Match(pattern string, name string) (matched bool, err error)
func Split(path string) (dir string, file string)
`;
