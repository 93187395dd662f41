/** Keyed hashes. */
export const hmac = `
new(key: bytes, msg?: bytes | None, digestmod?: any) -> HMAC
digest(key: bytes, msg: bytes, digest: any) -> bytes
compare_digest(a: any, b: any, /) -> bool
class HMAC
  digest_size: int
  block_size: int
  name: str
  copy() -> HMAC
  digest() -> bytes
  hexdigest() -> str
  update(msg: bytes) -> None ! self
`;
