/** Sorting by interface and by index. */
export const sort = `
func Find(n int, cmp func(int) int) (i int, found bool)
type Float64Slice []float64
  Len() int
  Less(i int, j int) bool
  Search(x float64) int
  Sort() ! self
  Swap(i int, j int) ! self
func Float64s(x []float64) ! x
func Float64sAreSorted(x []float64) bool
type IntSlice []int
  Len() int
  Less(i int, j int) bool
  Search(x int) int
  Sort() ! self
  Swap(i int, j int) ! self
type Interface interface
  Len() int
  Less(i int, j int) bool
  Swap(i int, j int) ! self
func Ints(x []int) ! x
func IntsAreSorted(x []int) bool
func IsSorted(data Interface) bool
func Reverse(data Interface) Interface
func Search(n int, f func(int) bool) int
func SearchFloat64s(a []float64, x float64) int
func SearchInts(a []int, x int) int
func SearchStrings(a []string, x string) int
func Slice(x any, less func(i int, j int) bool) ! x
func SliceIsSorted(x any, less func(i int, j int) bool) bool
func SliceStable(x any, less func(i int, j int) bool) ! x
func Sort(data Interface) ! data
func Stable(data Interface) ! data
type StringSlice []string
  Len() int
  Less(i int, j int) bool
  Search(x string) int
  Sort() ! self
  Swap(i int, j int) ! self
func Strings(x []string) ! x
func StringsAreSorted(x []string) bool
`;
