/** Heaps. */
export const containerHeap = `
func Fix(h Interface, i int) ! h
func Init(h Interface) ! h
type Interface interface
  Len() int
  Less(i int, j int) bool
  Pop() any ! self
  Push(x any) ! self
  Swap(i int, j int) ! self
func Pop(h Interface) any ! h
func Push(h Interface, x any) ! h
func Remove(h Interface, i int) any ! h
`;
