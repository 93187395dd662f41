/** Binary data as text. */
export const base64 = `
b64decode(s: any, altchars?: bytes | None, validate?: bool) -> bytes ! ValueError
b64encode(s: bytes, altchars?: bytes | None) -> bytes
b32decode(s: any, casefold?: bool, map01?: any) -> bytes ! ValueError
b32encode(s: bytes) -> bytes
urlsafe_b64decode(s: any) -> bytes ! ValueError
urlsafe_b64encode(s: bytes) -> bytes
standard_b64encode(s: bytes) -> bytes
standard_b64decode(s: any) -> bytes ! ValueError
b16encode(s: bytes) -> bytes
b16decode(s: any, casefold?: bool) -> bytes ! ValueError
b85encode(b: bytes, pad?: bool) -> bytes
b85decode(b: any) -> bytes ! ValueError
`;
