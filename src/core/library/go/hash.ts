/** Hashes. */
export const hash = `
type Cloner interface
  BlockSize() int
  Clone() (Cloner, error)
  Reset() ! io self
  Size() int
  Sum(b []byte) []byte
  Write(p []byte) (n int, err error) ! io self
type Hash interface
  BlockSize() int
  Reset() ! io self
  Size() int
  Sum(b []byte) []byte
  Write(p []byte) (n int, err error) ! io self
type Hash32 interface
  BlockSize() int
  Reset() ! io self
  Size() int
  Sum(b []byte) []byte
  Sum32() uint32
  Write(p []byte) (n int, err error) ! io self
type Hash64 interface
  BlockSize() int
  Reset() ! io self
  Size() int
  Sum(b []byte) []byte
  Sum64() uint64
  Write(p []byte) (n int, err error) ! io self
type XOF interface
  BlockSize() int
  Read(p []byte) (n int, err error) ! io self
  Reset() ! io self
  Write(p []byte) (n int, err error) ! io self
`;
