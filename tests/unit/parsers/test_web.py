"""Addresses: read on request only, within bounds. The only server is the test's own, on this machine."""

from __future__ import annotations

import gzip
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import attrs
import pytest

from recoupe.errors import UnreadableDocument
from recoupe.parsers import built_in, read, read_document, web
from recoupe.parsers.web import Terms, fetch, is_public

PAGE = "<html lang='fr'><head><title>Accord</title></head><body><h1>Un accord à Lyon</h1><p>Un accord a été signé mardi à Lyon.</p></body></html>"
HERE = Terms(private=True, timeout=5.0)


class Server(BaseHTTPRequestHandler):
    """Answers by the path that is asked for."""

    robots = b""
    asked: list[str]

    def do_GET(self) -> None:
        type(self).asked.append(self.path)
        if self.path == "/robots.txt":
            self._answer(200 if self.robots else 404, self.robots)
        elif self.path == "/page":
            self._answer(200, PAGE.encode(), {"Content-Type": "text/html; charset=utf-8"})
        elif self.path == "/packed":
            self._answer(200, gzip.compress(PAGE.encode()), {"Content-Encoding": "gzip", "Content-Type": "text/html"})
        elif self.path == "/bomb":
            self._answer(200, gzip.compress(bytes(30_000_000)), {"Content-Encoding": "gzip"})
        elif self.path == "/big":
            self._answer(200, b"x" * 20_000)
        elif self.path == "/loop":
            self._answer(302, b"", {"Location": "/loop"})
        elif self.path.startswith("/to?"):
            self._answer(301, b"", {"Location": self.path[4:]})
        elif self.path == "/slow":
            self._slow()
        else:
            self._answer(404, b"")

    def _answer(self, status: int, body: bytes, headers: dict[str, str] | None = None) -> None:
        self.send_response(status)
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _slow(self) -> None:
        """A byte now and then, for longer than anyone waits."""
        self.send_response(200)
        self.end_headers()
        try:
            for _ in range(50):
                self.wfile.write(b"x")
                self.wfile.flush()
                time.sleep(0.1)
        except OSError:
            pass

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def server() -> Iterator[str]:
    Server.robots, Server.asked = b"", []
    running = ThreadingHTTPServer(("127.0.0.1", 0), Server)
    thread = threading.Thread(target=running.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{running.server_port}"
    running.shutdown()
    running.server_close()
    thread.join()


@pytest.mark.parametrize("path", ["/page", "/packed"])
def test_a_page_is_read(server: str, path: str) -> None:
    document = fetch(server + path, HERE)
    assert document.location == server + path
    article = read_document(document, built_in())
    assert article.text.startswith("Un accord à Lyon")


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/none", "answered 404"),
        ("/loop", "redirects more than 5 times"),
        ("/bomb", "unpacks to more than"),
        ("/to?file:///etc/passwd", "not an http or https address"),
        ("/to?ftp://example.org/x", "not an http or https address"),
        ("/to?http://user:word@example.org/", "user name"),
    ],
)
def test_what_is_refused(server: str, path: str, reason: str) -> None:
    with pytest.raises(UnreadableDocument, match=reason):
        fetch(server + path, HERE)


def test_size_and_time_are_bounded(server: str) -> None:
    with pytest.raises(UnreadableDocument, match="more than 10,000 bytes"):
        fetch(server + "/big", attrs.evolve(HERE, limit=10_000))
    start = time.monotonic()
    with pytest.raises(UnreadableDocument, match=r"too long|no answer"):
        fetch(server + "/slow", attrs.evolve(HERE, timeout=0.5))
    assert time.monotonic() - start < 3


def test_private_hosts_are_refused_by_default(server: str) -> None:
    with pytest.raises(UnreadableDocument, match=r"not a public host \(127.0.0.1\)"):
        fetch(server + "/page")
    assert Server.asked == []


def test_a_redirect_to_a_private_host_is_refused(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first host counts as public here; the second is not, whatever led to it."""
    port = server.rsplit(":", 1)[1]
    monkeypatch.setattr(web, "is_public", lambda address: address == "127.0.0.1")
    with pytest.raises(UnreadableDocument, match="not a public host"):
        fetch(f"{server}/to?http://127.0.0.2:{port}/page", Terms(timeout=5.0))
    assert "/page" not in Server.asked


@pytest.mark.parametrize("host", ["169.254.169.254", "[fe80::1]", "[::ffff:169.254.169.254]"])
def test_link_local_hosts_are_never_asked(host: str) -> None:
    with pytest.raises(UnreadableDocument, match="link-local host"):
        fetch(f"http://{host}/page", HERE)


def test_a_redirect_to_a_link_local_host_is_refused(server: str) -> None:
    with pytest.raises(UnreadableDocument, match="link-local host"):
        fetch(f"{server}/to?http://169.254.169.254/page", HERE)


def test_robots_are_heeded(server: str) -> None:
    Server.robots = b"User-agent: *\nDisallow: /page\n"
    with pytest.raises(UnreadableDocument, match=r"robots\.txt"):
        fetch(server + "/page", HERE)
    assert Server.asked == ["/robots.txt"]
    Server.robots = b"User-agent: recoupe\nAllow: /\nUser-agent: *\nDisallow: /\n"
    assert fetch(server + "/page", HERE).data == PAGE.encode()
    Server.robots = b"User-agent: *\nDisallow: /\n"
    assert fetch(server + "/page", attrs.evolve(HERE, robots=False)).data == PAGE.encode()


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/passwd",
        "http://",
        "http:///x",
        "gopher://a.example",
        "http://a.example:99999/",
        "http://a\nb/",
        "http://[::1",
        "",
    ],
)
def test_what_is_no_address(address: str) -> None:
    with pytest.raises(UnreadableDocument) as caught:
        fetch(address or "x")
    assert str(caught.value)


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1:248:1893:25c8:1946", True),
        ("127.0.0.1", False),
        ("10.0.0.1", False),
        ("192.168.1.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("0.0.0.0", False),
        ("224.0.0.1", False),
        ("::1", False),
        ("fe80::1%eth0", False),
        ("fc00::1", False),
        ("::ffff:127.0.0.1", False),
        ("64:ff9b::7f00:1", False),
        ("2002:7f00:1::", False),
        ("nonsense", False),
    ],
)
def test_which_addresses_are_public(address: str, public: bool) -> None:
    assert is_public(address) is public


def test_a_page_given_as_a_file_asks_nobody(server: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    page = tmp_path_factory.mktemp("pages") / "a.html"
    page.write_text(
        PAGE.replace("</h1>", f"</h1><img src='{server}/page'><link rel='stylesheet' href='{server}/page'>"),
        encoding="utf-8",
    )
    assert "signé mardi" in read(page, registry=built_in()).text
    assert Server.asked == []
