/** Enumerations. */
export const enumModule = `
unique(enumeration: any) -> any
class Enum
  name: str
  value: any
class IntEnum(Enum)
class StrEnum(Enum)
class Flag(Enum)
class IntFlag(Flag)
class auto
  __init__(value?: any)
`;
