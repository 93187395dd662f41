/** The test client of FastAPI, whose answers are those of httpx. */
export const fastapiTestclient = `
class TestClient
  __init__(app: any, base_url?: str, raise_server_exceptions?: bool)
  get(url: str, **options: any) -> TestResponse ! io
  post(url: str, **options: any) -> TestResponse ! io
  put(url: str, **options: any) -> TestResponse ! io
  delete(url: str, **options: any) -> TestResponse ! io
  patch(url: str, **options: any) -> TestResponse ! io
  head(url: str, **options: any) -> TestResponse ! io
  options(url: str, **options: any) -> TestResponse ! io
class TestResponse
  status_code: int
  text: str
  content: bytes
  headers: TestHeaders
  json() -> any
class TestHeaders
  get(key: str, default?: any) -> str | None
  get(key: str, default: str) -> str
`;
