/** Connections and addresses. */
export const net = `
type Addr interface
  Network() string
  String() string
type AddrError struct
  Err string
  Addr string
  *Error() string
  *Temporary() bool
  *Timeout() bool
type Buffers [][]byte
  *Read(p []byte) (n int, err error) ! io self p
  *WriteTo(w io.Writer) (n int64, err error) ! io self
func CIDRMask(ones int, bits int) IPMask
type Conn interface
  Close() error ! io
  LocalAddr() Addr ! io
  Read(b []byte) (n int, err error) ! io self b
  RemoteAddr() Addr ! io
  SetDeadline(t time.Time) error ! io
  SetReadDeadline(t time.Time) error ! io
  SetWriteDeadline(t time.Time) error ! io
  Write(b []byte) (n int, err error) ! io
type DNSConfigError struct
  Err error
  *Error() string ! io self
  *Temporary() bool ! io self
  *Timeout() bool ! io self
  *Unwrap() error ! io self
type DNSError struct
  UnwrapErr error
  Err string
  Name string
  Server string
  IsTimeout bool
  IsTemporary bool
  IsNotFound bool
  *Error() string
  *Temporary() bool
  *Timeout() bool
  *Unwrap() error
var DefaultResolver *Resolver
func Dial(network string, address string) (Conn, error) ! io
func DialIP(network string, laddr *IPAddr, raddr *IPAddr) (*IPConn, error) ! io
func DialTCP(network string, laddr *TCPAddr, raddr *TCPAddr) (*TCPConn, error) ! io
func DialTimeout(network string, address string, timeout time.Duration) (Conn, error) ! io
func DialUDP(network string, laddr *UDPAddr, raddr *UDPAddr) (*UDPConn, error) ! io
func DialUnix(network string, laddr *UnixAddr, raddr *UnixAddr) (*UnixConn, error) ! io
type Dialer struct
  Timeout time.Duration
  Deadline time.Time
  LocalAddr Addr
  DualStack bool
  FallbackDelay time.Duration
  KeepAlive time.Duration
  KeepAliveConfig KeepAliveConfig
  Resolver *Resolver
  Cancel <-chan struct{}
  Control func(network string, address string, c syscall.RawConn) error
  ControlContext func(ctx context.Context, network string, address string, c syscall.RawConn) error
  *Dial(network string, address string) (Conn, error) ! io self
  *DialContext(ctx context.Context, network string, address string) (Conn, error) ! io self
  *DialIP(ctx context.Context, network string, laddr netip.Addr, raddr netip.Addr) (*IPConn, error) ! io self
  *DialTCP(ctx context.Context, network string, laddr netip.AddrPort, raddr netip.AddrPort) (*TCPConn, error) ! io self
  *DialUDP(ctx context.Context, network string, laddr netip.AddrPort, raddr netip.AddrPort) (*UDPConn, error) ! io self
  *DialUnix(ctx context.Context, network string, laddr *UnixAddr, raddr *UnixAddr) (*UnixConn, error) ! io self
  *MultipathTCP() bool ! io self
  *SetMultipathTCP(use bool) ! io self
var ErrClosed error
var ErrWriteToConnected error
type Error interface
  Error() string
  Temporary() bool
  Timeout() bool
func FileConn(f *os.File) (c Conn, err error) ! io
func FileListener(f *os.File) (ln Listener, err error) ! io
func FilePacketConn(f *os.File) (c PacketConn, err error) ! io
const FlagBroadcast Flags
const FlagLoopback Flags
const FlagMulticast Flags
const FlagPointToPoint Flags
const FlagRunning Flags
const FlagUp Flags
type Flags uint
  String() string ! io
type HardwareAddr []byte
  String() string
type IP []byte
  AppendText(b []byte) ([]byte, error)
  DefaultMask() IPMask
  Equal(x IP) bool
  IsGlobalUnicast() bool
  IsInterfaceLocalMulticast() bool
  IsLinkLocalMulticast() bool
  IsLinkLocalUnicast() bool
  IsLoopback() bool
  IsMulticast() bool
  IsPrivate() bool
  IsUnspecified() bool
  MarshalText() ([]byte, error)
  Mask(mask IPMask) IP
  String() string
  To16() IP
  To4() IP
  *UnmarshalText(text []byte) error
type IPAddr struct
  IP IP
  Zone string
  *Network() string
  *String() string
type IPConn struct
  *Close() error ! io self
  *File() (f *os.File, err error) ! io self
  *LocalAddr() Addr ! io self
  *Read(b []byte) (int, error) ! io self b
  *ReadFrom(b []byte) (int, Addr, error) ! io self
  *ReadFromIP(b []byte) (int, *IPAddr, error) ! io self
  *ReadMsgIP(b []byte, oob []byte) (n int, oobn int, flags int, addr *IPAddr, err error) ! io self
  *RemoteAddr() Addr ! io self
  *SetDeadline(t time.Time) error ! io self
  *SetReadBuffer(bytes int) error ! io self
  *SetReadDeadline(t time.Time) error ! io self
  *SetWriteBuffer(bytes int) error ! io self
  *SetWriteDeadline(t time.Time) error ! io self
  *SyscallConn() (syscall.RawConn, error) ! io self
  *Write(b []byte) (int, error) ! io self
  *WriteMsgIP(b []byte, oob []byte, addr *IPAddr) (n int, oobn int, err error) ! io self
  *WriteTo(b []byte, addr Addr) (int, error) ! io self
  *WriteToIP(b []byte, addr *IPAddr) (int, error) ! io self
type IPMask []byte
  Size() (ones int, bits int)
  String() string
type IPNet struct
  IP IP
  Mask IPMask
  *Contains(ip IP) bool
  *Network() string
  *String() string
func IPv4(a byte, b byte, c byte, d byte) IP
func IPv4Mask(a byte, b byte, c byte, d byte) IPMask
var IPv4allrouter IP
var IPv4allsys IP
var IPv4bcast IP
const IPv4len int
var IPv4zero IP
var IPv6interfacelocalallnodes IP
const IPv6len int
var IPv6linklocalallnodes IP
var IPv6linklocalallrouters IP
var IPv6loopback IP
var IPv6unspecified IP
var IPv6zero IP
type Interface struct
  Index int
  MTU int
  Name string
  HardwareAddr HardwareAddr
  Flags Flags
  *Addrs() ([]Addr, error) ! io self
  *MulticastAddrs() ([]Addr, error) ! io self
func InterfaceAddrs() ([]Addr, error) ! io
func InterfaceByIndex(index int) (*Interface, error) ! io
func InterfaceByName(name string) (*Interface, error) ! io
func Interfaces() ([]Interface, error) ! io
type InvalidAddrError string
  Error() string ! io
  Temporary() bool ! io
  Timeout() bool ! io
func JoinHostPort(host string, port string) string
type KeepAliveConfig struct
  Enable bool
  Idle time.Duration
  Interval time.Duration
  Count int
func Listen(network string, address string) (Listener, error) ! io
type ListenConfig struct
  Control func(network string, address string, c syscall.RawConn) error
  KeepAlive time.Duration
  KeepAliveConfig KeepAliveConfig
  *Listen(ctx context.Context, network string, address string) (Listener, error) ! io self
  *ListenPacket(ctx context.Context, network string, address string) (PacketConn, error) ! io self
  *MultipathTCP() bool ! io self
  *SetMultipathTCP(use bool) ! io self
func ListenIP(network string, laddr *IPAddr) (*IPConn, error) ! io
func ListenMulticastUDP(network string, ifi *Interface, gaddr *UDPAddr) (*UDPConn, error) ! io
func ListenPacket(network string, address string) (PacketConn, error) ! io
func ListenTCP(network string, laddr *TCPAddr) (*TCPListener, error) ! io
func ListenUDP(network string, laddr *UDPAddr) (*UDPConn, error) ! io
func ListenUnix(network string, laddr *UnixAddr) (*UnixListener, error) ! io
func ListenUnixgram(network string, laddr *UnixAddr) (*UnixConn, error) ! io
type Listener interface
  Accept() (Conn, error) ! io
  Addr() Addr ! io
  Close() error ! io
func LookupAddr(addr string) (names []string, err error) ! io
func LookupCNAME(host string) (cname string, err error) ! io
func LookupHost(host string) (addrs []string, err error) ! io
func LookupIP(host string) ([]IP, error) ! io
func LookupMX(name string) ([]*MX, error) ! io
func LookupNS(name string) ([]*NS, error) ! io
func LookupPort(network string, service string) (port int, err error) ! io
func LookupSRV(service string, proto string, name string) (cname string, addrs []*SRV, err error) ! io
func LookupTXT(name string) ([]string, error) ! io
type MX struct
  Host string
  Pref uint16
type NS struct
  Host string
type OpError struct
  Op string
  Net string
  Source Addr
  Addr Addr
  Err error
  *Error() string
  *Temporary() bool
  *Timeout() bool
  *Unwrap() error
type PacketConn interface
  Close() error ! io
  LocalAddr() Addr ! io
  ReadFrom(p []byte) (n int, addr Addr, err error) ! io
  SetDeadline(t time.Time) error ! io
  SetReadDeadline(t time.Time) error ! io
  SetWriteDeadline(t time.Time) error ! io
  WriteTo(p []byte, addr Addr) (n int, err error) ! io
func ParseCIDR(s string) (IP, *IPNet, error)
type ParseError struct
  Type string
  Text string
  *Error() string
  *Temporary() bool
  *Timeout() bool
func ParseIP(s string) IP
func ParseMAC(s string) (hw HardwareAddr, err error)
func Pipe() (Conn, Conn) ! io
func ResolveIPAddr(network string, address string) (*IPAddr, error) ! io
func ResolveTCPAddr(network string, address string) (*TCPAddr, error) ! io
func ResolveUDPAddr(network string, address string) (*UDPAddr, error) ! io
func ResolveUnixAddr(network string, address string) (*UnixAddr, error) ! io
type Resolver struct
  PreferGo bool
  StrictErrors bool
  Dial func(ctx context.Context, network string, address string) (Conn, error)
  *LookupAddr(ctx context.Context, addr string) ([]string, error) ! io self
  *LookupCNAME(ctx context.Context, host string) (string, error) ! io self
  *LookupHost(ctx context.Context, host string) (addrs []string, err error) ! io self
  *LookupIP(ctx context.Context, network string, host string) ([]IP, error) ! io self
  *LookupIPAddr(ctx context.Context, host string) ([]IPAddr, error) ! io self
  *LookupMX(ctx context.Context, name string) ([]*MX, error) ! io self
  *LookupNS(ctx context.Context, name string) ([]*NS, error) ! io self
  *LookupNetIP(ctx context.Context, network string, host string) ([]netip.Addr, error) ! io self
  *LookupPort(ctx context.Context, network string, service string) (port int, err error) ! io self
  *LookupSRV(ctx context.Context, service string, proto string, name string) (string, []*SRV, error) ! io self
  *LookupTXT(ctx context.Context, name string) ([]string, error) ! io self
type SRV struct
  Target string
  Port uint16
  Priority uint16
  Weight uint16
func SplitHostPort(hostport string) (host string, port string, err error)
type TCPAddr struct
  IP IP
  Port int
  Zone string
  *AddrPort() netip.AddrPort
  *Network() string
  *String() string
func TCPAddrFromAddrPort(addr netip.AddrPort) *TCPAddr ! io
type TCPConn struct
  *Close() error ! io self
  *CloseRead() error ! io self
  *CloseWrite() error ! io self
  *File() (f *os.File, err error) ! io self
  *LocalAddr() Addr ! io self
  *MultipathTCP() (bool, error) ! io self
  *Read(b []byte) (int, error) ! io self b
  *ReadFrom(r io.Reader) (int64, error) ! io self
  *RemoteAddr() Addr ! io self
  *SetDeadline(t time.Time) error ! io self
  *SetKeepAlive(keepalive bool) error ! io self
  *SetKeepAliveConfig(config KeepAliveConfig) error ! io self
  *SetKeepAlivePeriod(d time.Duration) error ! io self
  *SetLinger(sec int) error ! io self
  *SetNoDelay(noDelay bool) error ! io self
  *SetReadBuffer(bytes int) error ! io self
  *SetReadDeadline(t time.Time) error ! io self
  *SetWriteBuffer(bytes int) error ! io self
  *SetWriteDeadline(t time.Time) error ! io self
  *SyscallConn() (syscall.RawConn, error) ! io self
  *Write(b []byte) (int, error) ! io self
  *WriteTo(w io.Writer) (int64, error) ! io self
type TCPListener struct
  *Accept() (Conn, error) ! io self
  *AcceptTCP() (*TCPConn, error) ! io self
  *Addr() Addr ! io self
  *Close() error ! io self
  *File() (f *os.File, err error) ! io self
  *SetDeadline(t time.Time) error ! io self
  *SyscallConn() (syscall.RawConn, error) ! io self
type UDPAddr struct
  IP IP
  Port int
  Zone string
  *AddrPort() netip.AddrPort
  *Network() string
  *String() string
func UDPAddrFromAddrPort(addr netip.AddrPort) *UDPAddr ! io
type UDPConn struct
  *Close() error ! io self
  *File() (f *os.File, err error) ! io self
  *LocalAddr() Addr ! io self
  *Read(b []byte) (int, error) ! io self b
  *ReadFrom(b []byte) (int, Addr, error) ! io self
  *ReadFromUDP(b []byte) (n int, addr *UDPAddr, err error) ! io self
  *ReadFromUDPAddrPort(b []byte) (n int, addr netip.AddrPort, err error) ! io self
  *ReadMsgUDP(b []byte, oob []byte) (n int, oobn int, flags int, addr *UDPAddr, err error) ! io self
  *ReadMsgUDPAddrPort(b []byte, oob []byte) (n int, oobn int, flags int, addr netip.AddrPort, err error) ! io self
  *RemoteAddr() Addr ! io self
  *SetDeadline(t time.Time) error ! io self
  *SetReadBuffer(bytes int) error ! io self
  *SetReadDeadline(t time.Time) error ! io self
  *SetWriteBuffer(bytes int) error ! io self
  *SetWriteDeadline(t time.Time) error ! io self
  *SyscallConn() (syscall.RawConn, error) ! io self
  *Write(b []byte) (int, error) ! io self
  *WriteMsgUDP(b []byte, oob []byte, addr *UDPAddr) (n int, oobn int, err error) ! io self
  *WriteMsgUDPAddrPort(b []byte, oob []byte, addr netip.AddrPort) (n int, oobn int, err error) ! io self
  *WriteTo(b []byte, addr Addr) (int, error) ! io self
  *WriteToUDP(b []byte, addr *UDPAddr) (int, error) ! io self
  *WriteToUDPAddrPort(b []byte, addr netip.AddrPort) (int, error) ! io self
type UnixAddr struct
  Name string
  Net string
  *Network() string
  *String() string
type UnixConn struct
  *Close() error ! io self
  *CloseRead() error ! io self
  *CloseWrite() error ! io self
  *File() (f *os.File, err error) ! io self
  *LocalAddr() Addr ! io self
  *Read(b []byte) (int, error) ! io self b
  *ReadFrom(b []byte) (int, Addr, error) ! io self
  *ReadFromUnix(b []byte) (int, *UnixAddr, error) ! io self
  *ReadMsgUnix(b []byte, oob []byte) (n int, oobn int, flags int, addr *UnixAddr, err error) ! io self
  *RemoteAddr() Addr ! io self
  *SetDeadline(t time.Time) error ! io self
  *SetReadBuffer(bytes int) error ! io self
  *SetReadDeadline(t time.Time) error ! io self
  *SetWriteBuffer(bytes int) error ! io self
  *SetWriteDeadline(t time.Time) error ! io self
  *SyscallConn() (syscall.RawConn, error) ! io self
  *Write(b []byte) (int, error) ! io self
  *WriteMsgUnix(b []byte, oob []byte, addr *UnixAddr) (n int, oobn int, err error) ! io self
  *WriteTo(b []byte, addr Addr) (int, error) ! io self
  *WriteToUnix(b []byte, addr *UnixAddr) (int, error) ! io self
type UnixListener struct
  *Accept() (Conn, error) ! io self
  *AcceptUnix() (*UnixConn, error) ! io self
  *Addr() Addr ! io self
  *Close() error ! io self
  *File() (f *os.File, err error) ! io self
  *SetDeadline(t time.Time) error ! io self
  *SetUnlinkOnClose(unlink bool) ! io self
  *SyscallConn() (syscall.RawConn, error) ! io self
type UnknownNetworkError string
  Error() string ! io
  Temporary() bool ! io
  Timeout() bool ! io
`;
