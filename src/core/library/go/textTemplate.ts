/** Text templates. */
export const textTemplate = `
type ExecError struct
  Name string
  Err error
  Error() string
  Unwrap() error
type FuncMap map[string]any
func HTMLEscape(w io.Writer, b []byte) ! io
func HTMLEscapeString(s string) string
func HTMLEscaper(args ...any) string
func IsTrue(val any) (truth bool, ok bool)
func JSEscape(w io.Writer, b []byte) ! io
func JSEscapeString(s string) string
func JSEscaper(args ...any) string
func Must(t *Template, err error) *Template ! panic
func New(name string) *Template
func ParseFS(fsys fs.FS, patterns ...string) (*Template, error) ! io
func ParseFiles(filenames ...string) (*Template, error) ! io
func ParseGlob(pattern string) (*Template, error) ! io
type Template struct
  Tree *parse.Tree
  *AddParseTree(name string, tree *parse.Tree) (*Template, error) ! self
  *Clone() (*Template, error)
  *Copy() *parse.Tree
  *DefinedTemplates() string
  *Delims(left string, right string) *Template ! self
  *ErrorContext(n parse.Node) (location string, context string)
  *Execute(wr io.Writer, data any) error ! io
  *ExecuteTemplate(wr io.Writer, name string, data any) error ! io
  *Funcs(funcMap FuncMap) *Template ! self
  *Lookup(name string) *Template
  *Name() string
  *New(name string) *Template ! self
  *Option(opt ...string) *Template ! self
  *Parse(text string) (*Template, error) ! self
  *ParseFS(fsys fs.FS, patterns ...string) (*Template, error) ! self
  *ParseFiles(filenames ...string) (*Template, error) ! self
  *ParseGlob(pattern string) (*Template, error) ! self
  *Templates() []*Template
func URLQueryEscaper(args ...any) string
`;
