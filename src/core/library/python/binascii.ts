/** Bytes as hexadecimal digits. */
export const binascii = `
hexlify(data: bytes, sep?: str, bytes_per_sep?: int) -> bytes
unhexlify(hexstr: any, /) -> bytes ! binascii.Error
b2a_hex(data: bytes, sep?: str, bytes_per_sep?: int) -> bytes
a2b_hex(hexstr: any, /) -> bytes ! binascii.Error
crc32(data: bytes, crc?: int, /) -> int
class Error(ValueError)
`;
