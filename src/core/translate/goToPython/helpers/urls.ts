/** Addresses as net/url takes them apart. */
import type { Helpers } from './helper';

export const urls = {
  Url: {
    imports: [
      'from dataclasses import dataclass',
      'from urllib.parse import parse_qs',
      'from urllib.parse import quote',
      'from urllib.parse import unquote',
      'from urllib.parse import urlsplit',
    ],
    uses: ['quoted'],
    text: `
@dataclass
class Url:
    """The parts of an address."""

    scheme: str = ""
    user: tuple[str, str | None] | None = None
    host: str = ""
    path: str = ""
    raw_query: str = ""
    fragment: str = ""

    @classmethod
    def parse(cls, text: str) -> "Url":
        if text.startswith(":"):
            raise ValueError(f"parse {quoted(text)}: missing protocol scheme")
        parts = urlsplit(text)
        user, at, host = parts.netloc.rpartition("@")
        port = host.rpartition(":")[2] if ":" in host and not host.endswith("]") else ""
        if not all(char.isdigit() for char in port):
            raise ValueError(f'parse {quoted(text)}: invalid port ":{port}" after host')
        name, colon, password = user.partition(":")
        owner = (unquote(name), unquote(password) if colon else None) if at else None
        return cls(parts.scheme, owner, host, unquote(parts.path), parts.query, unquote(parts.fragment))

    def hostname(self) -> str:
        port = self.port()
        return (self.host.removesuffix(f":{port}") if port else self.host).strip("[]")

    def port(self) -> str:
        return self.host.rpartition(":")[2] if ":" in self.host and not self.host.endswith("]") else ""

    def query(self) -> dict[str, list[str]]:
        return parse_qs(self.raw_query, keep_blank_values=True)

    def __str__(self) -> str:
        user = ""
        if self.user:
            name, password = self.user
            user = quote(name) + (f":{quote(password)}" if password is not None else "") + "@"
        start = f"{self.scheme}:" if self.scheme else ""
        if self.host or user:
            start += f"//{user}{self.host}"
        path = quote(self.path, safe="/$&+=:@,;!*'()")
        if self.host and path and not path.startswith("/"):
            path = f"/{path}"
        query = f"?{self.raw_query}" if self.raw_query else ""
        fragment = f"#{quote(self.fragment, safe='/?$&+=:@,;!()')}" if self.fragment else ""
        return start + path + query + fragment
`,
  },
} as const satisfies Helpers;
