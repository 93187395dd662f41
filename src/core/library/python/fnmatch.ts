/** Patterns of file names. */
export const fnmatch = `
fnmatch(name: str, pat: str) -> bool
fnmatchcase(name: str, pat: str) -> bool
filter(names: Iterable[str], pat: str) -> list[str]
translate(pat: str) -> str
`;
