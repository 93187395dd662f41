/** Numbers of any size. */
export const mathBig = `
const Above Accuracy
type Accuracy int8
  String() string
const AwayFromZero RoundingMode
const Below Accuracy
type ErrNaN struct
  Error() string
const Exact Accuracy
type Float struct
  *Abs(x *Float) *Float ! self
  *Acc() Accuracy
  *Add(x *Float, y *Float) *Float ! self
  *Append(buf []byte, fmt byte, prec int) []byte
  *AppendText(b []byte) ([]byte, error)
  *Cmp(y *Float) int
  *Copy(x *Float) *Float ! self
  *Float32() (float32, Accuracy)
  *Float64() (float64, Accuracy)
  *Format(s fmt.State, format rune)
  *GobDecode(buf []byte) error ! self
  *GobEncode() ([]byte, error)
  *Int(z *Int) (*Int, Accuracy)
  *Int64() (int64, Accuracy)
  *IsInf() bool
  *IsInt() bool
  *MantExp(mant *Float) (exp int)
  *MarshalText() (text []byte, err error)
  *MinPrec() uint
  *Mode() RoundingMode
  *Mul(x *Float, y *Float) *Float ! self
  *Neg(x *Float) *Float ! self
  *Parse(s string, base int) (f *Float, b int, err error) ! self
  *Prec() uint
  *Quo(x *Float, y *Float) *Float ! self
  *Rat(z *Rat) (*Rat, Accuracy)
  *Scan(s fmt.ScanState, ch rune) error ! self
  *Set(x *Float) *Float ! self
  *SetFloat64(x float64) *Float ! self
  *SetInf(signbit bool) *Float ! self
  *SetInt(x *Int) *Float ! self
  *SetInt64(x int64) *Float ! self
  *SetMantExp(mant *Float, exp int) *Float ! self
  *SetMode(mode RoundingMode) *Float ! self
  *SetPrec(prec uint) *Float ! self
  *SetRat(x *Rat) *Float ! self
  *SetString(s string) (*Float, bool) ! self
  *SetUint64(x uint64) *Float ! self
  *Sign() int
  *Signbit() bool
  *Sqrt(x *Float) *Float ! self
  *String() string
  *Sub(x *Float, y *Float) *Float ! self
  *Text(format byte, prec int) string
  *Uint64() (uint64, Accuracy)
  *UnmarshalText(text []byte) error ! self
type Int struct
  *Abs(x *Int) *Int ! self
  *Add(x *Int, y *Int) *Int ! self
  *And(x *Int, y *Int) *Int ! self
  *AndNot(x *Int, y *Int) *Int ! self
  *Append(buf []byte, base int) []byte
  *AppendText(b []byte) (text []byte, err error)
  *Binomial(n int64, k int64) *Int ! self
  *Bit(i int) uint
  *BitLen() int
  *Bits() []Word
  *Bytes() []byte
  *Cmp(y *Int) (r int)
  *CmpAbs(y *Int) int
  *Div(x *Int, y *Int) *Int ! self
  *DivMod(x *Int, y *Int, m *Int) (*Int, *Int) ! self
  *Exp(x *Int, y *Int, m *Int) *Int ! self
  *FillBytes(buf []byte) []byte
  *Float64() (float64, Accuracy)
  *Format(s fmt.State, ch rune)
  *GCD(x *Int, y *Int, a *Int, b *Int) *Int ! self
  *GobDecode(buf []byte) error ! self
  *GobEncode() ([]byte, error)
  *Int64() int64
  *IsInt64() bool
  *IsUint64() bool
  *Lsh(x *Int, n uint) *Int ! self
  *MarshalJSON() ([]byte, error)
  *MarshalText() (text []byte, err error)
  *Mod(x *Int, y *Int) *Int ! self
  *ModInverse(g *Int, n *Int) *Int ! self
  *ModSqrt(x *Int, p *Int) *Int ! self
  *Mul(x *Int, y *Int) *Int ! self
  *MulRange(a int64, b int64) *Int ! self
  *Neg(x *Int) *Int ! self
  *Not(x *Int) *Int ! self
  *Or(x *Int, y *Int) *Int ! self
  *ProbablyPrime(n int) bool
  *Quo(x *Int, y *Int) *Int ! self
  *QuoRem(x *Int, y *Int, r *Int) (*Int, *Int) ! self
  *Rand(rnd *rand.Rand, n *Int) *Int ! self
  *Rem(x *Int, y *Int) *Int ! self
  *Rsh(x *Int, n uint) *Int ! self
  *Scan(s fmt.ScanState, ch rune) error ! self
  *Set(x *Int) *Int ! self
  *SetBit(x *Int, i int, b uint) *Int ! self
  *SetBits(abs []Word) *Int ! self
  *SetBytes(buf []byte) *Int ! self
  *SetInt64(x int64) *Int ! self
  *SetString(s string, base int) (*Int, bool) ! self
  *SetUint64(x uint64) *Int ! self
  *Sign() int
  *Sqrt(x *Int) *Int ! self
  *String() string
  *Sub(x *Int, y *Int) *Int ! self
  *Text(base int) string
  *TrailingZeroBits() uint
  *Uint64() uint64
  *UnmarshalJSON(text []byte) error ! self
  *UnmarshalText(text []byte) error ! self
  *Xor(x *Int, y *Int) *Int ! self
func Jacobi(x *Int, y *Int) int
const MaxBase rune
const MaxExp int
const MaxPrec int
const MinExp int
func NewFloat(x float64) *Float
func NewInt(x int64) *Int
func NewRat(a int64, b int64) *Rat
func ParseFloat(s string, base int, prec uint, mode RoundingMode) (f *Float, b int, err error)
type Rat struct
  *Abs(x *Rat) *Rat ! self
  *Add(x *Rat, y *Rat) *Rat ! self
  *AppendText(b []byte) ([]byte, error)
  *Cmp(y *Rat) int
  *Denom() *Int
  *Float32() (f float32, exact bool)
  *Float64() (f float64, exact bool)
  *FloatPrec() (n int, exact bool)
  *FloatString(prec int) string
  *GobDecode(buf []byte) error ! self
  *GobEncode() ([]byte, error)
  *Inv(x *Rat) *Rat ! self
  *IsInt() bool
  *MarshalText() (text []byte, err error)
  *Mul(x *Rat, y *Rat) *Rat ! self
  *Neg(x *Rat) *Rat ! self
  *Num() *Int
  *Quo(x *Rat, y *Rat) *Rat ! self
  *RatString() string
  *Scan(s fmt.ScanState, ch rune) error ! self
  *Set(x *Rat) *Rat ! self
  *SetFloat64(f float64) *Rat ! self
  *SetFrac(a *Int, b *Int) *Rat ! self
  *SetFrac64(a int64, b int64) *Rat ! self
  *SetInt(x *Int) *Rat ! self
  *SetInt64(x int64) *Rat ! self
  *SetString(s string) (*Rat, bool) ! self
  *SetUint64(x uint64) *Rat ! self
  *Sign() int
  *String() string
  *Sub(x *Rat, y *Rat) *Rat ! self
  *UnmarshalText(text []byte) error ! self
type RoundingMode byte
  String() string
const ToNearestAway RoundingMode
const ToNearestEven RoundingMode
const ToNegativeInf RoundingMode
const ToPositiveInf RoundingMode
const ToZero RoundingMode
type Word uint
`;
