/** Comparing ordered values. */
export const cmp = `
func Compare[T Ordered](x T, y T) int
func Less[T Ordered](x T, y T) bool
func Or[T comparable](vals ...T) T
type Ordered interface
`;
