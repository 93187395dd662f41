/** Checksums and compression. */
export const zlib = `
adler32(data: bytes, value?: int, /) -> int
crc32(data: bytes, value?: int, /) -> int
compress(data: bytes, /, level?: int, wbits?: int) -> bytes
decompress(data: bytes, /, wbits?: int, bufsize?: int) -> bytes
`;
