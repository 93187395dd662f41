/** Handlers of net/http beside what Flask has. */
import type { Helpers } from './helper';

export const web = {
  ResponseWriter: {
    imports: ['from flask import Response'],
    text: `
class ResponseWriter(Response):
    """A response that is written piece by piece, as in net/http."""

    default_mimetype = "text/plain"

    def write(self, text: str | bytes) -> None:
        self.stream.write(text.encode() if isinstance(text, str) else text)
`,
  },
  http_error: {
    uses: ['ResponseWriter'],
    text: `
def http_error(w: ResponseWriter, text: str, status: int) -> None:
    w.content_type = "text/plain; charset=utf-8"
    w.status_code = status
    w.write(f"{text}\\n")
`,
  },
  as_view: {
    imports: [
      'from collections.abc import Callable',
      'from flask import Request',
      'from flask import request',
      'from typing import Any',
    ],
    uses: ['ResponseWriter'],
    text: `
def as_view(handler: Callable[[ResponseWriter, Request], None]) -> Callable[..., ResponseWriter]:
    """Make a view of a function that writes to a response."""

    def view(**_: Any) -> ResponseWriter:
        w = ResponseWriter()
        handler(w, request)
        return w

    return view
`,
  },
  handler_of: {
    imports: [
      'from collections.abc import Callable',
      'from flask import Flask',
      'from flask import Request',
      'from flask import Response',
    ],
    uses: ['ResponseWriter'],
    text: `
def handler_of(app: Flask) -> Callable[[ResponseWriter, Request], None]:
    """Make a function that hands its request on to an application."""

    def handle(w: ResponseWriter, r: Request) -> None:
        answer = Response.from_app(app, r.environ)
        w.status_code = answer.status_code
        w.headers.update(answer.headers)
        w.write(answer.get_data())

    return handle
`,
  },
  app_of: {
    imports: ['from collections.abc import Callable', 'from flask import Flask', 'from flask import Request'],
    uses: ['ResponseWriter', 'as_view'],
    text: `
def app_of(handler: Callable[[ResponseWriter, Request], None]) -> Flask:
    """Make an application that hands every request to one function."""
    app = Flask(__name__)
    methods = ["GET", "POST", "PUT", "PATCH", "DELETE"]
    for rule in "/", "/<path:path>":
        app.add_url_rule(rule, rule, as_view(handler), methods=methods)
    return app
`,
  },
  LocalServer: {
    imports: ['from flask import Flask', 'from werkzeug.serving import make_server', 'import threading'],
    text: `
class LocalServer:
    """A server for an application, on a free port of this machine."""

    def __init__(self, app: Flask) -> None:
        self._server = make_server("127.0.0.1", 0, app, threaded=True)
        self.url = f"http://127.0.0.1:{self._server.server_port}"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def close(self) -> None:
        self._server.shutdown()
`,
  },
} as const satisfies Helpers;
