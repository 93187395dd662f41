/** Maps of any type. */
export const maps = `
func All[K comparable, V any](m map[K]V) iter.Seq2[K, V]
func Clone[K comparable, V any](m map[K]V) map[K]V
func Collect[K comparable, V any](seq iter.Seq2[K, V]) map[K]V
func Copy[K comparable, V any](dst map[K]V, src map[K]V) ! dst
func DeleteFunc[K comparable, V any](m map[K]V, del func(K, V) bool) ! m
func Equal[M1, K, V comparable](m1 M1, m2 map[K]V) bool
func EqualFunc[K comparable, V1, V2 any](m1 map[K]V1, m2 map[K]V2, eq func(V1, V2) bool) bool
func Insert[K comparable, V any](m map[K]V, seq iter.Seq2[K, V]) ! m
func Keys[K comparable, V any](m map[K]V) iter.Seq[K]
func Values[K comparable, V any](m map[K]V) iter.Seq[V]
`;
