/** Hashes. */
export const hashlib = `
md5(string?: bytes, *, usedforsecurity?: bool) -> Hash
sha1(string?: bytes, *, usedforsecurity?: bool) -> Hash
sha224(string?: bytes, *, usedforsecurity?: bool) -> Hash
sha256(string?: bytes, *, usedforsecurity?: bool) -> Hash
sha384(string?: bytes, *, usedforsecurity?: bool) -> Hash
sha512(string?: bytes, *, usedforsecurity?: bool) -> Hash
sha3_256(string?: bytes, *, usedforsecurity?: bool) -> Hash
sha3_512(string?: bytes, *, usedforsecurity?: bool) -> Hash
new(name: str, data?: bytes, **kwargs: any) -> Hash ! ValueError
pbkdf2_hmac(hash_name: str, password: bytes, salt: bytes, iterations: int, dklen?: int | None) -> bytes
scrypt(password: bytes, *, salt?: bytes, n?: int, r?: int, p?: int, maxmem?: int, dklen?: int) -> bytes
blake2b(data?: bytes, /, *, digest_size?: int, key?: bytes, salt?: bytes, person?: bytes, fanout?: int, depth?: int, leaf_size?: int, node_offset?: int, node_depth?: int, inner_size?: int, last_node?: bool, usedforsecurity?: bool) -> Hash
class Hash
  digest_size: int
  block_size: int
  name: str
  copy() -> Hash
  digest() -> bytes
  hexdigest() -> str
  update(obj: bytes, /) -> None ! self
`;
