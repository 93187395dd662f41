/** Random numbers, the first version. */
export const mathRand = `
func ExpFloat64() float64 ! io
func Float32() float32 ! io
func Float64() float64 ! io
func Int() int ! io
func Int31() int32 ! io
func Int31n(n int32) int32 ! io
func Int63() int64 ! io
func Int63n(n int64) int64 ! io
func Intn(n int) int ! io
func New(src Source) *Rand
func NewSource(seed int64) Source
func NewZipf(r *Rand, s float64, v float64, imax uint64) *Zipf
func NormFloat64() float64 ! io
func Perm(n int) []int ! io
type Rand struct
  *ExpFloat64() float64 ! io self
  *Float32() float32 ! io self
  *Float64() float64 ! io self
  *Int() int ! io self
  *Int31() int32 ! io self
  *Int31n(n int32) int32 ! io self
  *Int63() int64 ! io self
  *Int63n(n int64) int64 ! io self
  *Intn(n int) int ! io self
  *NormFloat64() float64 ! io self
  *Perm(n int) []int ! io self
  *Read(p []byte) (n int, err error) ! io self
  *Seed(seed int64) ! io self
  *Shuffle(n int, swap func(i int, j int)) ! io self
  *Uint32() uint32 ! io self
  *Uint64() uint64 ! io self
func Read(p []byte) (n int, err error) ! io
func Seed(seed int64) ! io
func Shuffle(n int, swap func(i int, j int)) ! io
type Source interface
  Int63() int64
  Seed(seed int64)
type Source64 interface
  Int63() int64
  Seed(seed int64)
  Uint64() uint64
func Uint32() uint32 ! io
func Uint64() uint64 ! io
type Zipf struct
  *Uint64() uint64 ! io self
`;
