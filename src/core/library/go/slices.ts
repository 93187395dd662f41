/** Slices of any type. */
export const slices = `
func All[E any](s []E) iter.Seq2[int, E]
func AppendSeq[E any](s []E, seq iter.Seq[E]) []E
func Backward[E any](s []E) iter.Seq2[int, E]
func BinarySearch[E cmp.Ordered](x []E, target E) (int, bool)
func BinarySearchFunc[E, T any](x []E, target T, cmp func(E, T) int) (int, bool)
func Chunk[E any](s []E, n int) iter.Seq[[]E] ! panic
func Clip[E any](s []E) []E
func Clone[E any](s []E) []E
func Collect[E any](seq iter.Seq[E]) []E
func Compact[E comparable](s []E) []E ! s
func CompactFunc[E any](s []E, eq func(E, E) bool) []E ! s
func Compare[E cmp.Ordered](s1 []E, s2 []E) int
func CompareFunc[E1, E2 any](s1 []E1, s2 []E2, cmp func(E1, E2) int) int
func Concat[E any](slices ...[]E) []E
func Contains[E comparable](s []E, v E) bool
func ContainsFunc[E any](s []E, f func(E) bool) bool
func Delete[E any](s []E, i int, j int) []E ! s
func DeleteFunc[E any](s []E, del func(E) bool) []E ! s
func Equal[E comparable](s1 []E, s2 []E) bool
func EqualFunc[E1, E2 any](s1 []E1, s2 []E2, eq func(E1, E2) bool) bool
func Grow[E any](s []E, n int) []E
func Index[E comparable](s []E, v E) int
func IndexFunc[E any](s []E, f func(E) bool) int
func Insert[E any](s []E, i int, v ...E) []E ! s
func IsSorted[E cmp.Ordered](x []E) bool
func IsSortedFunc[E any](x []E, cmp func(a E, b E) int) bool
func Max[E cmp.Ordered](x []E) E ! panic
func MaxFunc[E any](x []E, cmp func(a E, b E) int) E ! panic
func Min[E cmp.Ordered](x []E) E ! panic
func MinFunc[E any](x []E, cmp func(a E, b E) int) E ! panic
func Repeat[E any](x []E, count int) []E ! panic
func Replace[E any](s []E, i int, j int, v ...E) []E ! s
func Reverse[E any](s []E) ! s
func Sort[E cmp.Ordered](x []E) ! x
func SortFunc[E any](x []E, cmp func(a E, b E) int) ! x
func SortStableFunc[E any](x []E, cmp func(a E, b E) int) ! x
func Sorted[E cmp.Ordered](seq iter.Seq[E]) []E
func SortedFunc[E any](seq iter.Seq[E], cmp func(E, E) int) []E
func SortedStableFunc[E any](seq iter.Seq[E], cmp func(E, E) int) []E
func Values[E any](s []E) iter.Seq[E]
`;
