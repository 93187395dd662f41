/** Paths of the system's files. */
export const pathFilepath = `
func Abs(path string) (string, error) ! io
func Base(path string) string
func Clean(path string) string
func Dir(path string) string
var ErrBadPattern error
func EvalSymlinks(path string) (string, error) ! io
func Ext(path string) string
func FromSlash(path string) string
func Glob(pattern string) (matches []string, err error) ! io
func HasPrefix(p string, prefix string) bool
func IsAbs(path string) bool
func IsLocal(path string) bool
func Join(elem ...string) string
const ListSeparator rune
func Localize(path string) (string, error)
func Match(pattern string, name string) (matched bool, err error)
func Rel(basePath string, targPath string) (string, error)
const Separator rune
var SkipAll error
var SkipDir error
func Split(path string) (dir string, file string)
func SplitList(path string) []string
func ToSlash(path string) string
func VolumeName(path string) string
func Walk(root string, fn WalkFunc) error ! io
func WalkDir(root string, fn fs.WalkDirFunc) error ! io
type WalkFunc func(path string, info fs.FileInfo, err error) error
`;
