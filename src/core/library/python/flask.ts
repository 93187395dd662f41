/** Flask. */
export const flask = `
abort(code: any, *args: any, **kwargs: any) -> None ! flask.HTTPException
flash(message: str, category?: str) -> None ! io
get_flashed_messages(with_categories?: bool, category_filter?: any) -> list[str] ! io
jsonify(*args: any, **kwargs: any) -> Response
make_response(*args: any) -> Response
redirect(location: str, code?: int, Response?: any) -> Response
render_template(template_name_or_list: any, **context: any) -> str ! io
render_template_string(source: str, **context: any) -> str ! io
send_file(path_or_file: any, mimetype?: str | None, as_attachment?: bool, download_name?: str | None, conditional?: bool, etag?: any, last_modified?: any, max_age?: any) -> Response ! io
send_from_directory(directory: any, path: any, **kwargs: any) -> Response ! io
url_for(endpoint: str, *, _anchor?: str | None, _method?: str | None, _scheme?: str | None, _external?: bool | None, **values: any) -> str ! io
current_app: Flask
g: any
request: Request
session: dict[str, any]
class Flask
  __init__(import_name: str, static_url_path?: str | None, static_folder?: any, static_host?: str | None, host_matching?: bool, subdomain_matching?: bool, template_folder?: any, instance_path?: str | None, instance_relative_config?: bool, root_path?: str | None)
  config: dict[str, any]
  debug: bool
  logger: logging.Logger
  testing: bool
  secret_key: any
  name: str
  route(rule: str, **options: any) -> Callable[[T], T] ! self
  get(rule: str, **options: any) -> Callable[[T], T] ! self
  post(rule: str, **options: any) -> Callable[[T], T] ! self
  put(rule: str, **options: any) -> Callable[[T], T] ! self
  delete(rule: str, **options: any) -> Callable[[T], T] ! self
  patch(rule: str, **options: any) -> Callable[[T], T] ! self
  after_request(f: T) -> T ! self
  before_request(f: T) -> T ! self
  context_processor(f: T) -> T ! self
  errorhandler(code_or_exception: any) -> Callable[[T], T] ! self
  register_error_handler(code_or_exception: any, f: any) -> None ! self
  teardown_request(f: T) -> T ! self
  add_url_rule(rule: str, endpoint?: str | None, view_func?: any, provide_automatic_options?: bool | None, **options: any) -> None ! self
  app_context() -> any
  register_blueprint(blueprint: Blueprint, **options: any) -> None ! self
  run(host?: str | None, port?: int | None, debug?: bool | None, load_dotenv?: bool, **options: any) -> None ! io
  test_client(use_cookies?: bool, **kwargs: any) -> FlaskClient
  test_request_context(*args: any, **kwargs: any) -> any
class Blueprint
  __init__(name: str, import_name: str, static_folder?: any, static_url_path?: str | None, template_folder?: any, url_prefix?: str | None, subdomain?: str | None, url_defaults?: any, root_path?: str | None, cli_group?: any)
  url_prefix: str | None
  name: str
  route(rule: str, **options: any) -> Callable[[T], T] ! self
  get(rule: str, **options: any) -> Callable[[T], T] ! self
  post(rule: str, **options: any) -> Callable[[T], T] ! self
  put(rule: str, **options: any) -> Callable[[T], T] ! self
  delete(rule: str, **options: any) -> Callable[[T], T] ! self
  patch(rule: str, **options: any) -> Callable[[T], T] ! self
  after_request(f: T) -> T ! self
  before_request(f: T) -> T ! self
  context_processor(f: T) -> T ! self
  errorhandler(code_or_exception: any) -> Callable[[T], T] ! self
  register_error_handler(code_or_exception: any, f: any) -> None ! self
  teardown_request(f: T) -> T ! self
  add_url_rule(rule: str, endpoint?: str | None, view_func?: any, provide_automatic_options?: bool | None, **options: any) -> None ! self
class Request
  args: Args
  form: Form
  values: Values
  files: dict[str, any]
  cookies: dict[str, str]
  headers: Headers
  json: dict[str, any]
  data: bytes
  method: str
  path: str
  url: str
  base_url: str
  host: str
  remote_addr: str | None
  content_type: str | None
  is_json: bool
  get_data(cache?: bool, as_text?: bool, parse_form_data?: bool) -> bytes ! io
  get_json(force?: bool, silent?: bool, cache?: bool) -> dict[str, any] ! io
class Args(dict[str, str])
  get(key: str, default?: any, type?: any) -> str | None
  get(key: str, default: str) -> str
  getlist(key: str, type?: any) -> list[str]
class Form(dict[str, str])
  get(key: str, default?: any, type?: any) -> str | None
  get(key: str, default: str) -> str
  getlist(key: str, type?: any) -> list[str]
class Values(dict[str, str])
  get(key: str, default?: any, type?: any) -> str | None
  get(key: str, default: str) -> str
  getlist(key: str, type?: any) -> list[str]
class Headers
  get(key: str, default?: any, type?: any) -> str | None
  get(key: str, default: str) -> str
class FlaskClient
  get(path: str, **options: any) -> TestResponse ! io
  post(path: str, **options: any) -> TestResponse ! io
  put(path: str, **options: any) -> TestResponse ! io
  delete(path: str, **options: any) -> TestResponse ! io
  patch(path: str, **options: any) -> TestResponse ! io
  head(path: str, **options: any) -> TestResponse ! io
  options(path: str, **options: any) -> TestResponse ! io
  open(path: str, **options: any) -> TestResponse ! io
class TestResponse
  data: bytes
  text: str
  json: any
  status: str
  status_code: int
  headers: Headers
  mimetype: str
  content_type: str
  location: str | None
  is_json: bool
  get_data(as_text?: bool) -> bytes
  get_json(force?: bool, silent?: bool, cache?: bool) -> any
class Response
  __init__(response?: any, status?: any, headers?: any, mimetype?: str | None, content_type?: str | None, direct_passthrough?: bool)
  data: bytes
  headers: dict[str, str]
  status: str
  status_code: int
  mimetype: str | None
  content_type: str | None
  delete_cookie(key: str, path?: str | None, domain?: str | None, secure?: bool, httponly?: bool, samesite?: str | None, partitioned?: bool) -> None ! self
  get_data(as_text?: bool) -> bytes
  get_json(force?: bool, silent?: bool) -> any
  set_cookie(key: str, value?: str, max_age?: any, expires?: any, path?: str | None, domain?: str | None, secure?: bool, httponly?: bool, samesite?: str | None, partitioned?: bool) -> None ! self
class HTTPException(Exception)
`;
