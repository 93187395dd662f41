/** Stack traces. */
export const traceback = `
format_exc(limit?: int | None, chain?: bool) -> str ! io
print_exc(limit?: int | None, file?: any, chain?: bool) -> None ! io
`;
