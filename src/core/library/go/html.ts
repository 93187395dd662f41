/** Escapes of HTML. */
export const html = `
func EscapeString(s string) string
func UnescapeString(s string) string
`;
