/** Random numbers for secrets. */
export const secrets = `
choice(seq: Iterable[T]) -> T ! io
randbelow(exclusive_upper_bound: int) -> int ! io
token_bytes(nbytes?: int | None) -> bytes ! io
token_hex(nbytes?: int | None) -> str ! io
token_urlsafe(nbytes?: int | None) -> str ! io
`;
