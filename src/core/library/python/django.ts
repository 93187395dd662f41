/** Django, roughly: views, routes and the client of its tests. */
export const django = `
setup(set_prefix?: bool) -> None ! io
`;

export const djangoHttp = `
class HttpRequest
  method: str
  path: str
  body: bytes
  GET: QueryDict
  POST: QueryDict
  headers: RequestHeaders
class QueryDict
  get(key: str, default?: any) -> str | None
  get(key: str, default: str) -> str
  getlist(key: str) -> list[str]
class RequestHeaders
  get(key: str, default?: any) -> str | None
  get(key: str, default: str) -> str
class HttpResponse
  __init__(content?: any, *args: any, **kwargs: any)
  status_code: int
  content: bytes
class JsonResponse(HttpResponse)
class HttpResponseBadRequest(HttpResponse)
class HttpResponseNotFound(HttpResponse)
class HttpResponseForbidden(HttpResponse)
class HttpResponseRedirect(HttpResponse)
class HttpResponseNotAllowed(HttpResponse)
class Http404(Exception)
`;

export const djangoTest = `
class Client
  get(path: str, data?: any, **extra: any) -> TestResponse ! io
  post(path: str, data?: any, **extra: any) -> TestResponse ! io
  put(path: str, data?: any, **extra: any) -> TestResponse ! io
  delete(path: str, data?: any, **extra: any) -> TestResponse ! io
  patch(path: str, data?: any, **extra: any) -> TestResponse ! io
  head(path: str, data?: any, **extra: any) -> TestResponse ! io
class TestResponse
  status_code: int
  content: bytes
  headers: dict[str, str]
  json() -> any
`;

export const djangoUrls = `
path(route: str, view: any, kwargs?: any, name?: str) -> any
`;
