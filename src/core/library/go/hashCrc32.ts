/** CRC-32. */
export const hashCrc32 = `
const Castagnoli uint32
func Checksum(data []byte, tab *Table) uint32
func ChecksumIEEE(data []byte) uint32
const IEEE uint32
var IEEETable *Table
func MakeTable(poly uint32) *Table
func NewIEEE() hash.Hash32
const Size int
type Table [256]uint32
func Update(crc uint32, tab *Table, p []byte) uint32
`;
