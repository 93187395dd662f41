/** Columns. */
export const textTabwriter = `
const AlignRight uint
const Debug uint
const DiscardEmptyColumns uint
const Escape rune
const FilterHTML uint
func NewWriter(output io.Writer, minwidth int, tabwidth int, padding int, padchar byte, flags uint) *Writer
const StripEscape uint
const TabIndent uint
type Writer struct
  *Flush() error ! io self
  *Init(output io.Writer, minwidth int, tabwidth int, padding int, padchar byte, flags uint) *Writer ! io self
  *Write(buf []byte) (n int, err error) ! io self
`;
