/** Testing of HTTP. */
export const netHttpHttptest = `
const DefaultRemoteAddr string
func NewRecorder() *ResponseRecorder
func NewRequest(method string, target string, body io.Reader) *http.Request
func NewRequestWithContext(ctx context.Context, method string, target string, body io.Reader) *http.Request
func NewServer(handler http.Handler) *Server ! io
func NewTLSServer(handler http.Handler) *Server ! io
func NewUnstartedServer(handler http.Handler) *Server ! io
type ResponseRecorder struct
  Code int
  HeaderMap http.Header
  Body *bytes.Buffer
  Flushed bool
  *Flush() ! io self
  *Header() http.Header ! io self
  *Result() *http.Response ! io self
  *Write(buf []byte) (int, error) ! io self
  *WriteHeader(code int) ! io self
  *WriteString(str string) (int, error) ! io self
type Server struct
  URL string
  Listener net.Listener
  EnableHTTP2 bool
  TLS *tls.Config
  Config *http.Server
  *Certificate() *x509.Certificate ! io
  *Client() *http.Client ! io
  *Close() ! io
  *CloseClientConnections() ! io
  *Start() ! io
  *StartTLS() ! io
`;
