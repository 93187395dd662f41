/** HTML as text. */
export const html = `
escape(s: str, quote?: bool) -> str
unescape(s: str) -> str
`;
