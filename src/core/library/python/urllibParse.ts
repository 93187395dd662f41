/** URLs. */
export const urllibParse = `
parse_qs(qs: str, keep_blank_values?: bool, strict_parsing?: bool, encoding?: str, errors?: str, max_num_fields?: int | None, separator?: str) -> dict[str, list[str]]
parse_qsl(qs: str, keep_blank_values?: bool, strict_parsing?: bool, encoding?: str, errors?: str, max_num_fields?: int | None, separator?: str) -> list[tuple[str, str]]
quote(string: str, safe?: str, encoding?: str | None, errors?: str | None) -> str
quote_plus(string: str, safe?: str, encoding?: str | None, errors?: str | None) -> str
unquote(string: str, encoding?: str, errors?: str) -> str
unquote_plus(string: str, encoding?: str, errors?: str) -> str
urlencode(query: any, doseq?: bool, safe?: str, encoding?: str | None, errors?: str | None, quote_via?: any) -> str
urljoin(base: str, url: str, allow_fragments?: bool) -> str
urlparse(url: str, scheme?: str, allow_fragments?: bool) -> ParseResult
urlunparse(components: any) -> str
urlsplit(url: str, scheme?: str, allow_fragments?: bool) -> SplitResult
urlunsplit(components: any) -> str
unquote_to_bytes(string: str) -> bytes
quote_from_bytes(bs: bytes, safe?: str) -> str
class ParseResult
  scheme: str
  netloc: str
  path: str
  params: str
  query: str
  fragment: str
  hostname: str | None
  port: int | None
  username: str | None
  password: str | None
  geturl() -> str
class SplitResult
  scheme: str
  netloc: str
  path: str
  params: str
  query: str
  fragment: str
  hostname: str | None
  port: int | None
  username: str | None
  password: str | None
  geturl() -> str
`;
