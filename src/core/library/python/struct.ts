/** Binary records. Their formats say what unpacking gives. */
export const struct = `
calcsize(format: str, /) -> int ! struct.error
pack(format: str, /, *values: any) -> bytes ! struct.error
pack_into(format: str, buffer: bytes, offset: int, /, *values: any) -> None ! buffer struct.error
unpack(format: str, buffer: bytes, /) -> any ! struct.error
unpack_from(format: str, /, buffer: bytes, offset?: int) -> any ! struct.error
iter_unpack(format: str, buffer: bytes, /) -> any ! struct.error
class Struct
  __init__(format: str)
  format: str
  size: int
  pack(*values: any) -> bytes ! struct.error
  unpack(buffer: bytes, /) -> any ! struct.error
  unpack_from(buffer: bytes, offset?: int) -> any ! struct.error
  iter_unpack(buffer: bytes, /) -> any ! struct.error
class error(Exception)
`;
