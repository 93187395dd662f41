/** FastAPI, roughly. */
export const fastapi = `
Body(default?: any, **extra: any) -> any
Cookie(default?: any, **extra: any) -> any
Depends(dependency?: any, *, use_cache?: bool) -> any
File(default?: any, **extra: any) -> any
Form(default?: any, **extra: any) -> any
Header(default?: any, **extra: any) -> any
Path(default?: any, **extra: any) -> any
Query(default?: any, **extra: any) -> any
class FastAPI
  __init__(**extra: any)
  state: any
  get(path: str, **options: any) -> Callable[[T], T] ! self
  post(path: str, **options: any) -> Callable[[T], T] ! self
  put(path: str, **options: any) -> Callable[[T], T] ! self
  delete(path: str, **options: any) -> Callable[[T], T] ! self
  patch(path: str, **options: any) -> Callable[[T], T] ! self
  head(path: str, **options: any) -> Callable[[T], T] ! self
  options(path: str, **options: any) -> Callable[[T], T] ! self
  websocket(path: str, **options: any) -> Callable[[T], T] ! self
  api_route(path: str, **options: any) -> Callable[[T], T] ! self
  add_middleware(middleware_class: any, *args: any, **kwargs: any) -> None ! self
  exception_handler(exc_class_or_status_code: any) -> Callable[[T], T] ! self
  include_router(router: APIRouter, **options: any) -> None ! self
  middleware(middleware_type: str) -> Callable[[T], T] ! self
  mount(path: str, app: any, name?: str | None) -> None ! self
  on_event(event_type: str) -> Callable[[T], T] ! self
class APIRouter
  __init__(**extra: any)
  get(path: str, **options: any) -> Callable[[T], T] ! self
  post(path: str, **options: any) -> Callable[[T], T] ! self
  put(path: str, **options: any) -> Callable[[T], T] ! self
  delete(path: str, **options: any) -> Callable[[T], T] ! self
  patch(path: str, **options: any) -> Callable[[T], T] ! self
  head(path: str, **options: any) -> Callable[[T], T] ! self
  options(path: str, **options: any) -> Callable[[T], T] ! self
  websocket(path: str, **options: any) -> Callable[[T], T] ! self
  api_route(path: str, **options: any) -> Callable[[T], T] ! self
  include_router(router: APIRouter, **options: any) -> None ! self
class HTTPException(Exception)
  __init__(status_code: int, detail?: any, headers?: any)
  status_code: int
  detail: any
class Request
  method: str
  headers: dict[str, str]
  query_params: dict[str, str]
  path_params: dict[str, any]
  cookies: dict[str, str]
  client: any
  url: any
  async body() -> bytes ! io
  async json() -> any ! io
  async form() -> any ! io
class Response
  __init__(content?: any, status_code?: int, headers?: any, media_type?: str | None, background?: any)
  status_code: int
  headers: dict[str, str]
class BackgroundTasks
  add_task(func: any, *args: any, **kwargs: any) -> None ! self
class WebSocket
  async accept() -> None ! io
  async receive_text() -> str ! io
  async receive_json() -> any ! io
  async send_text(data: str) -> None ! io
  async send_json(data: any) -> None ! io
  async close() -> None ! io
class UploadFile
  filename: str | None
  async read(size?: int) -> bytes ! io
class WebSocketDisconnect(Exception)
`;
