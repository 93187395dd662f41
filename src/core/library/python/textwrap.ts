/** Paragraphs. */
export const textwrap = `
dedent(text: str) -> str
fill(text: str, width?: int, **kwargs: any) -> str
indent(text: str, prefix: str, predicate?: any) -> str
shorten(text: str, width: int, **kwargs: any) -> str
wrap(text: str, width?: int, **kwargs: any) -> list[str]
`;
