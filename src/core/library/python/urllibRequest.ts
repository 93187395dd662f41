/** The HTTP client of the standard library. */
export const urllibRequest = `
urlopen(url: str, data?: bytes | None, timeout?: float, *, context?: any) -> http.client.HTTPResponse ! io urllib.error.URLError
`;

/** What a request with it can end in. */
export const urllibError = `
class URLError(OSError)
  reason: any
class HTTPError(URLError)
  code: int
  reason: str
  headers: any
`;

/** The answers. */
export const httpClient = `
class HTTPResponse
  status: int
  code: int
  reason: str
  url: str
  headers: any
  read(amt?: int | None) -> bytes ! io self
  getcode() -> int
  geturl() -> str
  close() -> None ! io self
`;
