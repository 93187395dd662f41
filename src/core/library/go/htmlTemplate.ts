/** HTML templates. */
export const htmlTemplate = `
type CSS string
const ErrAmbigContext ErrorCode
const ErrBadHTML ErrorCode
const ErrBranchEnd ErrorCode
const ErrEndContext ErrorCode
const ErrJSTemplate ErrorCode
const ErrNoSuchTemplate ErrorCode
const ErrOutputContext ErrorCode
const ErrPartialCharset ErrorCode
const ErrPartialEscape ErrorCode
const ErrPredefinedEscaper ErrorCode
const ErrRangeLoopReentry ErrorCode
const ErrSlashAmbig ErrorCode
type Error struct
  ErrorCode ErrorCode
  Node parse.Node
  Name string
  Line int
  Description string
  *Error() string
type ErrorCode int
type FuncMap map[string]any
type HTML string
type HTMLAttr string
func HTMLEscape(w io.Writer, b []byte) ! io
func HTMLEscapeString(s string) string
func HTMLEscaper(args ...any) string
func IsTrue(val any) (truth bool, ok bool)
type JS string
func JSEscape(w io.Writer, b []byte) ! io
func JSEscapeString(s string) string
func JSEscaper(args ...any) string
type JSStr string
func Must(t *Template, err error) *Template ! panic
func New(name string) *Template
const OK ErrorCode
func ParseFS(fs fs.FS, patterns ...string) (*Template, error) ! io
func ParseFiles(filenames ...string) (*Template, error) ! io
func ParseGlob(pattern string) (*Template, error) ! io
type Srcset string
type Template struct
  Tree *parse.Tree
  *AddParseTree(name string, tree *parse.Tree) (*Template, error) ! self
  *Clone() (*Template, error)
  *DefinedTemplates() string
  *Delims(left string, right string) *Template ! self
  *Execute(wr io.Writer, data any) error ! io
  *ExecuteTemplate(wr io.Writer, name string, data any) error ! io
  *Funcs(funcMap FuncMap) *Template ! self
  *Lookup(name string) *Template
  *Name() string
  *New(name string) *Template ! self
  *Option(opt ...string) *Template ! self
  *Parse(text string) (*Template, error) ! self
  *ParseFS(fs fs.FS, patterns ...string) (*Template, error) ! self
  *ParseFiles(filenames ...string) (*Template, error) ! self
  *ParseGlob(pattern string) (*Template, error) ! self
  *Templates() []*Template
type URL string
func URLQueryEscaper(args ...any) string
`;
