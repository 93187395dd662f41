/** Reverse proxies and dumps. */
export const netHttpHttputil = `
type BufferPool interface
  Get() []byte ! io
  Put([]byte) ! io
type ClientConn struct
  *Close() error ! io self
  *Do(req *http.Request) (*http.Response, error) ! io self
  *Hijack() (c net.Conn, r *bufio.Reader) ! io self
  *Pending() int ! io self
  *Read(req *http.Request) (resp *http.Response, err error) ! io self req
  *Write(req *http.Request) error ! io self
func DumpRequest(req *http.Request, body bool) ([]byte, error) ! io
func DumpRequestOut(req *http.Request, body bool) ([]byte, error) ! io
func DumpResponse(resp *http.Response, body bool) ([]byte, error) ! io
var ErrClosed *http.ProtocolError
var ErrLineTooLong error
var ErrPersistEOF *http.ProtocolError
var ErrPipeline *http.ProtocolError
func NewChunkedReader(r io.Reader) io.Reader ! io
func NewChunkedWriter(w io.Writer) io.WriteCloser ! io
func NewClientConn(c net.Conn, r *bufio.Reader) *ClientConn ! io
func NewProxyClientConn(c net.Conn, r *bufio.Reader) *ClientConn ! io
func NewServerConn(c net.Conn, r *bufio.Reader) *ServerConn ! io
func NewSingleHostReverseProxy(target *url.URL) *ReverseProxy
type ProxyRequest struct
  In *http.Request
  Out *http.Request
  *SetURL(target *url.URL) ! io self
  *SetXForwarded() ! io self
type ReverseProxy struct
  Rewrite func(*ProxyRequest)
  Transport http.RoundTripper
  FlushInterval time.Duration
  ErrorLog *log.Logger
  BufferPool BufferPool
  ModifyResponse func(*http.Response) error
  ErrorHandler func(http.ResponseWriter, *http.Request, error)
  Director func(*http.Request)
  *ServeHTTP(rw http.ResponseWriter, req *http.Request) ! io rw
type ServerConn struct
  *Close() error ! io self
  *Hijack() (net.Conn, *bufio.Reader) ! io self
  *Pending() int ! io self
  *Read() (*http.Request, error) ! io self error
  *Write(req *http.Request, resp *http.Response) error ! io self
`;
