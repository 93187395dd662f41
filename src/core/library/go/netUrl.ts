/** URLs. */
export const netUrl = `
type Error struct
  Op string
  URL string
  Err error
  *Error() string
  *Temporary() bool
  *Timeout() bool
  *Unwrap() error
type EscapeError string
  Error() string
type InvalidHostError string
  Error() string
func JoinPath(base string, elem ...string) (result string, err error)
func Parse(rawURL string) (*URL, error)
func ParseQuery(query string) (Values, error)
func ParseRequestURI(rawURL string) (*URL, error)
func PathEscape(s string) string
func PathUnescape(s string) (string, error)
func QueryEscape(s string) string
func QueryUnescape(s string) (string, error)
type URL struct
  Scheme string
  Opaque string
  User *Userinfo
  Host string
  Path string
  Fragment string
  RawQuery string
  RawPath string
  RawFragment string
  ForceQuery bool
  OmitHost bool
  *AppendBinary(b []byte) ([]byte, error)
  *EscapedFragment() string
  *EscapedPath() string
  *Hostname() string
  *IsAbs() bool
  *JoinPath(elem ...string) *URL
  *MarshalBinary() (text []byte, err error)
  *Parse(ref string) (*URL, error)
  *Port() string
  *Query() Values
  *Redacted() string
  *RequestURI() string
  *ResolveReference(ref *URL) *URL
  *String() string
  *UnmarshalBinary(text []byte) error ! self
func User(username string) *Userinfo
func UserPassword(username string, password string) *Userinfo
type Userinfo struct
  *Password() (string, bool)
  *String() string
  *Username() string
type Values map[string][]string
  Add(key string, value string) ! self
  Del(key string) ! self
  Encode() string
  Get(key string) string
  Has(key string) bool
  Set(key string, value string) ! self
`;
