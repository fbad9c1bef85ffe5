"""Addresses, read only when the user gives one: bounded in time, size and redirects, public hosts only, robots heeded.

The host's name is resolved once, all its addresses are checked, and the connection goes to the checked address: a name
that answers differently a moment later leads nowhere else.
"""

from __future__ import annotations

import http.client
import ipaddress
import socket
import ssl
import time
import urllib.parse
import urllib.robotparser
from typing import final

import attrs

from recoupe.errors import UnreadableDocument
from recoupe.parsers.contract import Document
from recoupe.parsers.page import MAX_PAGE
from recoupe.parsers.streams import unpacked

#: Seconds for everything that one address needs: robots.txt, redirects, the page.
TIMEOUT = 20.0
#: Redirects that are followed, at most.
REDIRECTS = 5
#: How this library names itself to servers.
AGENT = "recoupe (+https://github.com/recoupe)"
#: Bytes of a robots.txt that are read: RFC 9309, section 2.5, asks for at least 500 KiB.
_ROBOTS = 512 * 1024
_NAT64 = ipaddress.ip_network("64:ff9b::/96")


@final
@attrs.frozen(kw_only=True)
class Terms:
    """On what terms an address is read."""

    #: Seconds in all.
    timeout: float = TIMEOUT
    #: Bytes of the page, at most, before and after unpacking.
    limit: int = MAX_PAGE
    #: Redirects, at most.
    redirects: int = REDIRECTS
    #: Hosts in private networks, on this machine and in reserved ranges may be read.
    private: bool = False
    #: What the site asks of robots is heeded.
    robots: bool = True
    #: The name given to servers.
    agent: str = AGENT


@final
@attrs.frozen(kw_only=True)
class _Answer:
    status: int
    reason: str
    headers: http.client.HTTPMessage
    data: bytes


def fetch(url: str, terms: Terms | None = None) -> Document:
    """The document at an address. This is the library's only way to the network.

    Args:
        url: An ``http`` or ``https`` address.
        terms: Bounds; the defaults suit news pages.

    Raises:
        UnreadableDocument: the address is not one that is read, the host is private, robots are not welcome, the
            server does not answer in time or answers with an error, the page is too large, redirects do not end.
    """
    terms = terms or Terms()
    deadline = time.monotonic() + terms.timeout
    address = url
    welcome: dict[str, bool] = {}
    for _ in range(terms.redirects + 1):
        parts = _parts(address, url)
        if terms.robots:
            site = f"{parts.scheme}://{parts.netloc}"
            if site not in welcome:
                welcome[site] = _is_welcome(parts, url, terms, deadline)
            if not welcome[site]:
                raise UnreadableDocument(
                    url, f"robots.txt of {parts.hostname} asks not to read it", "save the page by hand"
                )
        answer = _ask(parts, url, terms, deadline, terms.limit)
        if answer.status in (301, 302, 303, 307, 308) and answer.headers.get("Location"):
            address = urllib.parse.urljoin(address, answer.headers["Location"])
            continue
        if not 200 <= answer.status < 300:
            reason = f"the server answered {answer.status} {answer.reason}".rstrip()
            raise UnreadableDocument(url, reason, "check the address in a browser")
        return Document(location=url, data=answer.data, media_type=answer.headers.get("Content-Type"))
    raise UnreadableDocument(url, f"it redirects more than {terms.redirects} times", "give the final address")


def _parts(address: str, url: str) -> urllib.parse.SplitResult:
    """The parts of an address that is of a kind that is read."""
    try:
        parts = urllib.parse.urlsplit(address.strip())
        host, port = parts.hostname, parts.port
    except ValueError as error:
        raise UnreadableDocument(url, f"{address!r} is not an address ({error})", "check it") from error
    if parts.scheme.lower() not in ("http", "https") or not host:
        reason = f"it leads to {address[:200]!r}, which is not an http or https address"
        raise UnreadableDocument(url, reason, "give the address of a web page")
    if parts.username is not None or port == 0 or any(ord(c) < 33 or ord(c) == 127 for c in parts.netloc):
        raise UnreadableDocument(url, "the address has a user name or signs that no host has", "check it")
    return parts


def _is_welcome(parts: urllib.parse.SplitResult, url: str, terms: Terms, deadline: float) -> bool:
    """What robots.txt says (RFC 9309): none (4xx) welcomes all, a server in trouble (5xx) welcomes nobody."""
    address = parts._replace(path="/robots.txt", query="", fragment="")
    for _ in range(terms.redirects + 1):
        answer = _ask(address, url, terms, deadline, _ROBOTS)
        if answer.status in (301, 302, 303, 307, 308) and answer.headers.get("Location"):
            address = _parts(urllib.parse.urljoin(address.geturl(), answer.headers["Location"]), url)
            continue
        break
    if 400 <= answer.status < 500 or 300 <= answer.status < 400:
        return True
    if answer.status >= 500:
        return False
    rules = urllib.robotparser.RobotFileParser()
    rules.parse(answer.data.decode("utf-8", "replace").splitlines())
    return rules.can_fetch(terms.agent.split("/")[0].split()[0], parts.geturl())


def _ask(parts: urllib.parse.SplitResult, url: str, terms: Terms, deadline: float, limit: int) -> _Answer:
    host = parts.hostname or ""
    secure = parts.scheme.lower() == "https"
    try:
        name = host if ":" in host else host.encode("idna").decode("ascii")
        place = _place(name, parts.port or (443 if secure else 80), url, terms.private)
        raw = socket.create_connection(place, timeout=_left(deadline, url))
        try:
            line = ssl.create_default_context().wrap_socket(raw, server_hostname=name) if secure else raw
            connection = http.client.HTTPConnection(name, parts.port, timeout=_left(deadline, url))
            connection.sock = line
            target = urllib.parse.quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._") + (
                "?" + urllib.parse.quote(parts.query, safe="/?%:@!$&'()*+,;=~-._") if parts.query else ""
            )
            headers = {"User-Agent": terms.agent, "Accept-Encoding": "gzip, identity", "Connection": "close"}
            connection.request("GET", target, headers=headers)
            response = connection.getresponse()
            data = _body(response, line, url, deadline, limit)
        finally:
            raw.close()
    except UnreadableDocument:
        raise
    except (OSError, http.client.HTTPException, UnicodeError, ValueError) as error:
        late = isinstance(error, TimeoutError)
        reason = f"no answer within {terms.timeout:g} seconds" if late else f"{host} cannot be read ({error})"
        raise UnreadableDocument(url, reason, "check the address, or save the page") from error
    if (response.headers.get("Content-Encoding") or "").lower() in ("gzip", "x-gzip"):
        data = unpacked(data, url, limit)
    return _Answer(status=response.status, reason=response.reason, headers=response.headers, data=data)


def _body(response: http.client.HTTPResponse, line: socket.socket, url: str, deadline: float, limit: int) -> bytes:
    """The answer's bytes, piece by piece, within the time and the size."""
    pieces: list[bytes] = []
    size = 0
    while True:
        line.settimeout(_left(deadline, url))
        piece = response.read1(65536)
        if not piece:
            return b"".join(pieces)
        size += len(piece)
        if size > limit:
            raise UnreadableDocument(url, f"the page has more than {limit:,} bytes", "save the article's text alone")
        pieces.append(piece)


def _place(host: str, port: int, url: str, private: bool) -> tuple[str, int]:
    """An address of the host to connect to, when all of its addresses are public, or `private` ones may be read.

    Link-local addresses are never read: machines answer there about themselves, and no page is published there.
    """
    found = sorted({str(info[4][0]) for info in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)})
    if not found:
        raise OSError("no address")
    local = [address for address in found if is_link_local(address)]
    if local:
        reason = f"{host} is a link-local host ({local[0]}), and no page is read there"
        raise UnreadableDocument(url, reason, "save the page to a file")
    hidden = [address for address in found if not is_public(address)]
    if hidden and not private:
        reason = f"{host} is not a public host ({hidden[0]})"
        raise UnreadableDocument(url, reason, "save the page to a file, or fetch it with Terms(private=True)")
    preferred = [address for address in found if ":" not in address] or found
    return preferred[0], port


def is_public(address: str) -> bool:
    """An IP address of the public network, also where it is wrapped in an IPv6 one."""
    ip = _unwrapped(address)
    return ip is not None and ip.is_global and not ip.is_multicast and not ip.is_reserved


def is_link_local(address: str) -> bool:
    """An IP address that only machines of one wire see (RFC 3927, RFC 4291), also wrapped in an IPv6 one."""
    ip = _unwrapped(address)
    return ip is not None and ip.is_link_local


def _unwrapped(address: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    """The address itself, or the IPv4 one that it carries; None where it is none."""
    try:
        ip = ipaddress.ip_address(address.split("%")[0])
    except ValueError:
        return None
    if not isinstance(ip, ipaddress.IPv6Address):
        return ip
    inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
    if inner is None and ip in _NAT64:
        inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
    return inner or ip


def _left(deadline: float, url: str) -> float:
    left = deadline - time.monotonic()
    if left <= 0:
        raise UnreadableDocument(url, "it takes too long to read", "save the page to a file")
    return left
