/** Rings. */
export const containerRing = `
func New(n int) *Ring
type Ring struct
  Value any
  *Do(f func(any)) ! self
  *Len() int
  *Link(s *Ring) *Ring
  *Move(n int) *Ring ! self
  *Next() *Ring ! self
  *Prev() *Ring
  *Unlink(n int) *Ring
`;
