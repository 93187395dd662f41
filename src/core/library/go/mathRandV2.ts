/** Random numbers. */
export const mathRandV2 = `
type ChaCha8 struct
  *AppendBinary(b []byte) ([]byte, error) ! io self
  *MarshalBinary() ([]byte, error) ! io self
  *Read(p []byte) (n int, err error) ! io self
  *Seed(seed [32]byte) ! io self
  *Uint64() uint64 ! io self
  *UnmarshalBinary(data []byte) error ! io self
func ExpFloat64() float64 ! io
func Float32() float32 ! io
func Float64() float64 ! io
func Int() int ! io
func Int32() int32 ! io
func Int32N(n int32) int32 ! io
func Int64() int64 ! io
func Int64N(n int64) int64 ! io
func IntN(n int) int ! io
func N[Int intType](n Int) Int ! io
func New(src Source) *Rand
func NewChaCha8(seed [32]byte) *ChaCha8
func NewPCG(seed1 uint64, seed2 uint64) *PCG
func NewZipf(r *Rand, s float64, v float64, imax uint64) *Zipf
func NormFloat64() float64 ! io
type PCG struct
  *AppendBinary(b []byte) ([]byte, error) ! io self
  *MarshalBinary() ([]byte, error) ! io self
  *Seed(seed1 uint64, seed2 uint64) ! io self
  *Uint64() uint64 ! io self
  *UnmarshalBinary(data []byte) error ! io self
func Perm(n int) []int ! io
type Rand struct
  *ExpFloat64() float64 ! io self
  *Float32() float32 ! io self
  *Float64() float64 ! io self
  *Int() int ! io self
  *Int32() int32 ! io self
  *Int32N(n int32) int32 ! io self
  *Int64() int64 ! io self
  *Int64N(n int64) int64 ! io self
  *IntN(n int) int ! io self
  *NormFloat64() float64 ! io self
  *Perm(n int) []int ! io self
  *Shuffle(n int, swap func(i int, j int)) ! io self
  *Uint() uint ! io self
  *Uint32() uint32 ! io self
  *Uint32N(n uint32) uint32 ! io self
  *Uint64() uint64 ! io self
  *Uint64N(n uint64) uint64 ! io self
  *UintN(n uint) uint ! io self
func Shuffle(n int, swap func(i int, j int)) ! io
type Source interface
  Uint64() uint64
func Uint() uint ! io
func Uint32() uint32 ! io
func Uint32N(n uint32) uint32 ! io
func Uint64() uint64 ! io
func Uint64N(n uint64) uint64 ! io
func UintN(n uint) uint ! io
type Zipf struct
  *Uint64() uint64 ! io self
`;
