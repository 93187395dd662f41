/** The HTTP client requests. */
export const requests = `
get(url: str, params?: any, **kwargs: any) -> Response ! io requests.RequestException
request(method: str, url: str, **kwargs: any) -> Response ! io requests.RequestException
session() -> Session
delete(url: str, **kwargs: any) -> Response ! io requests.RequestException
head(url: str, **kwargs: any) -> Response ! io requests.RequestException
options(url: str, **kwargs: any) -> Response ! io requests.RequestException
patch(url: str, data?: any, **kwargs: any) -> Response ! io requests.RequestException
post(url: str, data?: any, json?: any, **kwargs: any) -> Response ! io requests.RequestException
put(url: str, data?: any, **kwargs: any) -> Response ! io requests.RequestException
exceptions: module requests.exceptions
class Response
  content: bytes
  cookies: dict[str, str]
  elapsed: datetime.timedelta
  encoding: str | None
  headers: dict[str, str]
  ok: bool
  reason: str
  request: any
  status_code: int
  text: str
  url: str
  close() -> None ! io
  iter_content(chunk_size?: int, decode_unicode?: bool) -> Iterator[bytes] ! io
  iter_lines(chunk_size?: int, decode_unicode?: bool, delimiter?: any) -> Iterator[bytes] ! io
  json(**kwargs: any) -> any ! requests.JSONDecodeError
  raise_for_status() -> None ! requests.HTTPError
class Session
  auth: any
  cookies: dict[str, str]
  headers: dict[str, str]
  params: any
  verify: any
  close() -> None ! io self
  get(url: str, **kwargs: any) -> Response ! io requests.RequestException
  mount(prefix: str, adapter: any) -> None ! self
  request(method: str, url: str, params?: any, data?: any, headers?: any, cookies?: any, files?: any, auth?: any, timeout?: any, allow_redirects?: bool, proxies?: any, hooks?: any, stream?: any, verify?: any, cert?: any, json?: any) -> Response ! io requests.RequestException
  delete(url: str, **kwargs: any) -> Response ! io requests.RequestException
  head(url: str, **kwargs: any) -> Response ! io requests.RequestException
  options(url: str, **kwargs: any) -> Response ! io requests.RequestException
  patch(url: str, data?: any, **kwargs: any) -> Response ! io requests.RequestException
  post(url: str, data?: any, json?: any, **kwargs: any) -> Response ! io requests.RequestException
  put(url: str, data?: any, **kwargs: any) -> Response ! io requests.RequestException
class RequestException(OSError)
  request: any
  response: Response | None
class ConnectionError(RequestException)
class HTTPError(RequestException)
class JSONDecodeError(RequestException)
class Timeout(RequestException)
class ConnectTimeout(ConnectionError)
class ReadTimeout(Timeout)
class TooManyRedirects(RequestException)
`;
