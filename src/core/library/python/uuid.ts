/** Unique identifiers. */
export const uuid = `
uuid1(node?: int | None, clock_seq?: int | None) -> UUID ! io
uuid3(namespace: UUID, name: str) -> UUID
uuid4() -> UUID ! io
uuid5(namespace: UUID, name: str) -> UUID
NAMESPACE_DNS: UUID
NAMESPACE_URL: UUID
class UUID
  __init__(hex?: str | None, bytes?: any, bytes_le?: any, fields?: any, int?: any, version?: any, *, is_safe?: any) ! ValueError
  bytes: bytes
  hex: str
  int: int
  version: int | None
`;
