/** Words as a shell reads them. */
export const shlex = `
split(s: str, comments?: bool, posix?: bool) -> list[str] ! ValueError
quote(s: str) -> str
join(split_command: Iterable[str]) -> str
`;
