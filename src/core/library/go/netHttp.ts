/** HTTP clients and servers. */
export const netHttp = `
func AllowQuerySemicolons(h Handler) Handler
func CanonicalHeaderKey(s string) string
type Client struct
  Transport RoundTripper
  CheckRedirect func(req *Request, via []*Request) error
  Jar CookieJar
  Timeout time.Duration
  *CloseIdleConnections() ! io
  *Do(req *Request) (*Response, error) ! io
  *Get(url string) (resp *Response, err error)
  *Head(url string) (resp *Response, err error) ! io
  *Post(url string, contentType string, body io.Reader) (resp *Response, err error) ! io
  *PostForm(url string, data url.Values) (resp *Response, err error) ! io
type ClientConn struct
  *Available() int
  *Close() error ! io self
  *Err() error ! io self
  *InFlight() int ! io self
  *Release() ! io self
  *Reserve() error ! io self
  *RoundTrip(req *Request) (*Response, error) ! io self
  *SetStateHook(f func(*ClientConn)) ! io self
type CloseNotifier interface
  CloseNotify() <-chan bool
type ConnState int
  String() string
type Cookie struct
  Name string
  Value string
  Quoted bool
  Path string
  Domain string
  Expires time.Time
  RawExpires string
  MaxAge int
  Secure bool
  HttpOnly bool
  SameSite SameSite
  Partitioned bool
  Raw string
  Unparsed []string
  *String() string
  *Valid() error
type CookieJar interface
  Cookies(u *url.URL) []*Cookie
  SetCookies(u *url.URL, cookies []*Cookie)
type CrossOriginProtection struct
  *AddInsecureBypassPattern(pattern string) ! io self
  *AddTrustedOrigin(origin string) error ! io self
  *Check(req *Request) error ! io self
  *Handler(h Handler) Handler
  *SetDenyHandler(h Handler) ! io self
var DefaultClient *Client
const DefaultMaxHeaderBytes int
const DefaultMaxIdleConnsPerHost int
var DefaultServeMux *ServeMux
var DefaultTransport RoundTripper
func DetectContentType(data []byte) string
type Dir string
  Open(name string) (File, error) ! io
var ErrAbortHandler error
var ErrBodyNotAllowed error
var ErrBodyReadAfterClose error
var ErrContentLength error
var ErrHandlerTimeout error
var ErrHeaderTooLong *ProtocolError
var ErrHijacked error
var ErrLineTooLong error
var ErrMissingBoundary *ProtocolError
var ErrMissingContentLength *ProtocolError
var ErrMissingFile error
var ErrNoCookie error
var ErrNoLocation error
var ErrNotMultipart *ProtocolError
var ErrNotSupported *ProtocolError
var ErrSchemeMismatch error
var ErrServerClosed error
var ErrShortBody *ProtocolError
var ErrSkipAltProtocol error
var ErrUnexpectedTrailer *ProtocolError
var ErrUseLastResponse error
var ErrWriteAfterFlush error
func Error(w ResponseWriter, error string, code int) ! io w
func FS(fsys fs.FS) FileSystem
type File interface
  Close() error ! io self
  Read(p []byte) (n int, err error) ! io self p
  Readdir(count int) ([]fs.FileInfo, error)
  Seek(offset int64, whence int) (int64, error) ! io self
  Stat() (fs.FileInfo, error)
func FileServer(root FileSystem) Handler
func FileServerFS(root fs.FS) Handler
type FileSystem interface
  Open(name string) (File, error)
type Flusher interface
  Flush() ! io self
func Get(url string) (resp *Response, err error) ! io
type HTTP2Config struct
  MaxConcurrentStreams int
  StrictMaxConcurrentRequests bool
  MaxDecoderHeaderTableSize int
  MaxEncoderHeaderTableSize int
  MaxReadFrameSize int
  MaxReceiveBufferPerConnection int
  MaxReceiveBufferPerStream int
  SendPingTimeout time.Duration
  PingTimeout time.Duration
  WriteByteTimeout time.Duration
  PermitProhibitedCipherSuites bool
  CountError func(errType string)
func Handle(pattern string, handler Handler) ! io
func HandleFunc(pattern string, handler func(ResponseWriter, *Request)) ! io
type Handler interface
  ServeHTTP(ResponseWriter, *Request) ! io w
type HandlerFunc func(ResponseWriter, *Request)
  ServeHTTP(w ResponseWriter, r *Request) ! io w
func Head(url string) (resp *Response, err error) ! io
type Header map[string][]string
  Add(key string, value string) ! self
  Clone() Header
  Del(key string) ! self
  Get(key string) string
  Set(key string, value string) ! self
  Values(key string) []string
  Write(w io.Writer) error ! io
  WriteSubset(w io.Writer, exclude map[string]bool) error ! io
type Hijacker interface
  Hijack() (net.Conn, *bufio.ReadWriter, error)
func ListenAndServe(addr string, handler Handler) error ! io
func ListenAndServeTLS(addr string, certFile string, keyFile string, handler Handler) error ! io
var LocalAddrContextKey *contextKey
type MaxBytesError struct
  Limit int64
  *Error() string
func MaxBytesHandler(h Handler, n int64) Handler
func MaxBytesReader(w ResponseWriter, r io.ReadCloser, n int64) io.ReadCloser
const MethodConnect string
const MethodDelete string
const MethodGet string
const MethodHead string
const MethodOptions string
const MethodPatch string
const MethodPost string
const MethodPut string
const MethodTrace string
func NewCrossOriginProtection() *CrossOriginProtection
func NewFileTransport(fs FileSystem) RoundTripper
func NewFileTransportFS(fsys fs.FS) RoundTripper
func NewRequest(method string, url string, body io.Reader) (*Request, error)
func NewRequestWithContext(ctx context.Context, method string, url string, body io.Reader) (*Request, error)
func NewResponseController(rw ResponseWriter) *ResponseController
func NewServeMux() *ServeMux
var NoBody noBody
func NotFound(w ResponseWriter, r *Request) ! io w
func NotFoundHandler() Handler
func ParseCookie(line string) ([]*Cookie, error)
func ParseHTTPVersion(vers string) (major int, minor int, ok bool)
func ParseSetCookie(line string) (*Cookie, error)
func ParseTime(text string) (t time.Time, err error)
func Post(url string, contentType string, body io.Reader) (resp *Response, err error) ! io
func PostForm(url string, data url.Values) (resp *Response, err error) ! io
type ProtocolError struct
  ErrorString string
  *Error() string
  *Is(err error) bool
type Protocols struct
  HTTP1() bool ! io
  HTTP2() bool ! io
  *SetHTTP1(ok bool) ! io self
  *SetHTTP2(ok bool) ! io self
  *SetUnencryptedHTTP2(ok bool) ! io self
  String() string
  UnencryptedHTTP2() bool ! io
func ProxyFromEnvironment(req *Request) (*url.URL, error) ! io
func ProxyURL(fixedURL *url.URL) func(*Request) (*url.URL, error)
type PushOptions struct
  Method string
  Header Header
type Pusher interface
  Push(target string, opts *PushOptions) error ! self
func ReadRequest(b *bufio.Reader) (*Request, error) ! io
func ReadResponse(r *bufio.Reader, req *Request) (*Response, error) ! io
func Redirect(w ResponseWriter, r *Request, url string, code int) ! io w
func RedirectHandler(url string, code int) Handler
type Request struct
  Method string
  URL *url.URL
  Proto string
  ProtoMajor int
  ProtoMinor int
  Header Header
  Body io.ReadCloser
  GetBody func() (io.ReadCloser, error)
  ContentLength int64
  TransferEncoding []string
  Close bool
  Host string
  Form url.Values
  PostForm url.Values
  MultipartForm *multipart.Form
  Trailer Header
  RemoteAddr string
  RequestURI string
  TLS *tls.ConnectionState
  Cancel <-chan struct{}
  Response *Response
  Pattern string
  *AddCookie(c *Cookie) ! self
  *BasicAuth() (username string, password string, ok bool)
  *Clone(ctx context.Context) *Request
  *Context() context.Context
  *Cookie(name string) (*Cookie, error)
  *Cookies() []*Cookie
  *CookiesNamed(name string) []*Cookie
  *FormFile(key string) (multipart.File, *multipart.FileHeader, error) ! io self
  *FormValue(key string) string ! io self
  *MultipartReader() (*multipart.Reader, error) ! io self
  *ParseForm() error ! io self
  *ParseMultipartForm(maxMemory int64) error ! io self
  *PathValue(name string) string
  *PostFormValue(key string) string ! io self
  *ProtoAtLeast(major int, minor int) bool
  *Referer() string
  *SetBasicAuth(username string, password string) ! self
  *SetPathValue(name string, value string) ! self
  *UserAgent() string
  *WithContext(ctx context.Context) *Request
  *Write(w io.Writer) error ! io self
  *WriteProxy(w io.Writer) error ! io self
type Response struct
  Status string
  StatusCode int
  Proto string
  ProtoMajor int
  ProtoMinor int
  Header Header
  Body io.ReadCloser
  ContentLength int64
  TransferEncoding []string
  Close bool
  Uncompressed bool
  Trailer Header
  Request *Request
  TLS *tls.ConnectionState
  *Cookies() []*Cookie
  *Location() (*url.URL, error)
  *ProtoAtLeast(major int, minor int) bool
  *Write(w io.Writer) error ! io self
type ResponseController struct
  *EnableFullDuplex() error ! io self
  *Flush() error ! io self
  *Hijack() (net.Conn, *bufio.ReadWriter, error) ! io self
  *SetReadDeadline(deadline time.Time) error ! io self
  *SetWriteDeadline(deadline time.Time) error ! io self
type ResponseWriter interface
  Header() Header
  Write([]byte) (int, error) ! io self
  WriteHeader(statusCode int) ! io self
type RoundTripper interface
  RoundTrip(*Request) (*Response, error)
type SameSite int
const SameSiteDefaultMode SameSite
const SameSiteLaxMode SameSite
const SameSiteNoneMode SameSite
const SameSiteStrictMode SameSite
func Serve(l net.Listener, handler Handler) error ! io
func ServeContent(w ResponseWriter, req *Request, name string, modtime time.Time, content io.ReadSeeker) ! io w
func ServeFile(w ResponseWriter, r *Request, name string) ! io w
func ServeFileFS(w ResponseWriter, r *Request, fsys fs.FS, name string) ! io w
type ServeMux struct
  *Handle(pattern string, handler Handler) ! self
  *HandleFunc(pattern string, handler func(ResponseWriter, *Request)) ! self
  *Handler(r *Request) (h Handler, pattern string)
  *ServeHTTP(w ResponseWriter, r *Request) ! io w
func ServeTLS(l net.Listener, handler Handler, certFile string, keyFile string) error ! io
type Server struct
  Addr string
  Handler Handler
  DisableGeneralOptionsHandler bool
  TLSConfig *tls.Config
  ReadTimeout time.Duration
  ReadHeaderTimeout time.Duration
  WriteTimeout time.Duration
  IdleTimeout time.Duration
  MaxHeaderBytes int
  TLSNextProto map[string]func(*Server, *tls.Conn, Handler)
  ConnState func(net.Conn, ConnState)
  ErrorLog *log.Logger
  BaseContext func(net.Listener) context.Context
  ConnContext func(ctx context.Context, c net.Conn) context.Context
  HTTP2 *HTTP2Config
  Protocols *Protocols
  *Close() error ! io
  *ListenAndServe() error ! io
  *ListenAndServeTLS(certFile string, keyFile string) error ! io
  *RegisterOnShutdown(f func()) ! io
  *Serve(l net.Listener) error ! io
  *ServeTLS(l net.Listener, certFile string, keyFile string) error ! io
  *SetKeepAlivesEnabled(v bool) ! io
  *Shutdown(ctx context.Context) error ! io
var ServerContextKey *contextKey
func SetCookie(w ResponseWriter, cookie *Cookie)
const StateActive ConnState
const StateClosed ConnState
const StateHijacked ConnState
const StateIdle ConnState
const StateNew ConnState
const StatusAccepted int
const StatusAlreadyReported int
const StatusBadGateway int
const StatusBadRequest int
const StatusConflict int
const StatusContinue int
const StatusCreated int
const StatusEarlyHints int
const StatusExpectationFailed int
const StatusFailedDependency int
const StatusForbidden int
const StatusFound int
const StatusGatewayTimeout int
const StatusGone int
const StatusHTTPVersionNotSupported int
const StatusIMUsed int
const StatusInsufficientStorage int
const StatusInternalServerError int
const StatusLengthRequired int
const StatusLocked int
const StatusLoopDetected int
const StatusMethodNotAllowed int
const StatusMisdirectedRequest int
const StatusMovedPermanently int
const StatusMultiStatus int
const StatusMultipleChoices int
const StatusNetworkAuthenticationRequired int
const StatusNoContent int
const StatusNonAuthoritativeInfo int
const StatusNotAcceptable int
const StatusNotExtended int
const StatusNotFound int
const StatusNotImplemented int
const StatusNotModified int
const StatusOK int
const StatusPartialContent int
const StatusPaymentRequired int
const StatusPermanentRedirect int
const StatusPreconditionFailed int
const StatusPreconditionRequired int
const StatusProcessing int
const StatusProxyAuthRequired int
const StatusRequestEntityTooLarge int
const StatusRequestHeaderFieldsTooLarge int
const StatusRequestTimeout int
const StatusRequestURITooLong int
const StatusRequestedRangeNotSatisfiable int
const StatusResetContent int
const StatusSeeOther int
const StatusServiceUnavailable int
const StatusSwitchingProtocols int
const StatusTeapot int
const StatusTemporaryRedirect int
func StatusText(code int) string
const StatusTooEarly int
const StatusTooManyRequests int
const StatusUnauthorized int
const StatusUnavailableForLegalReasons int
const StatusUnprocessableEntity int
const StatusUnsupportedMediaType int
const StatusUpgradeRequired int
const StatusUseProxy int
const StatusVariantAlsoNegotiates int
func StripPrefix(prefix string, h Handler) Handler
const TimeFormat string
func TimeoutHandler(h Handler, dt time.Duration, msg string) Handler
const TrailerPrefix string
type Transport struct
  Proxy func(*Request) (*url.URL, error)
  OnProxyConnectResponse func(ctx context.Context, proxyURL *url.URL, connectReq *Request, connectRes *Response) error
  DialContext func(ctx context.Context, network string, addr string) (net.Conn, error)
  Dial func(network string, addr string) (net.Conn, error)
  DialTLSContext func(ctx context.Context, network string, addr string) (net.Conn, error)
  DialTLS func(network string, addr string) (net.Conn, error)
  TLSClientConfig *tls.Config
  TLSHandshakeTimeout time.Duration
  DisableKeepAlives bool
  DisableCompression bool
  MaxIdleConns int
  MaxIdleConnsPerHost int
  MaxConnsPerHost int
  IdleConnTimeout time.Duration
  ResponseHeaderTimeout time.Duration
  ExpectContinueTimeout time.Duration
  TLSNextProto map[string]func(authority string, c *tls.Conn) RoundTripper
  ProxyConnectHeader Header
  GetProxyConnectHeader func(ctx context.Context, proxyURL *url.URL, target string) (Header, error)
  MaxResponseHeaderBytes int64
  WriteBufferSize int
  ReadBufferSize int
  ForceAttemptHTTP2 bool
  HTTP2 *HTTP2Config
  Protocols *Protocols
  *CancelRequest(req *Request) ! io self
  *Clone() *Transport
  *CloseIdleConnections() ! io self
  *NewClientConn(ctx context.Context, scheme string, address string) (*ClientConn, error) ! io self
  *RegisterProtocol(scheme string, rt RoundTripper) ! io self
  *RoundTrip(req *Request) (*Response, error) ! io self
`;
