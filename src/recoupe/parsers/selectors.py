"""Selectors of layouts: a small part of CSS, so that a layout is a file that a newcomer can read.

``p``, ``.lead``, ``p.lead``, ``#content``, ``div[data-component=body]``, and several of these one inside the other,
separated by blanks. A class is one of the words of the attribute.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_STEP = re.compile(r"(?P<tag>[a-zA-Z][\w-]*|\*)?(?P<rest>(?:\.[\w@-]+|#[\w-]+|\[[\w-]+(?:[*^]?=[^\]]+)?\])*)")
_MORE = re.compile(r"\.([\w@-]+)|#([\w-]+)|\[([\w-]+)(?:([*^]?)=([^\]]+))?\]")


def select(root: HtmlElement, selectors: tuple[str, ...]) -> list[HtmlElement]:
    """The elements that some selector names, in the order of the page, each once."""
    if not selectors:
        return []
    return list(root.xpath(" | ".join(f".{xpath(selector)}" for selector in selectors)))


@cache
def xpath(selector: str) -> str:
    """The XPath of a selector, below the element at hand.

    Raises:
        ValueError: it is not of the part of CSS that is read.
    """
    steps = selector.split()
    if not steps:
        raise ValueError("a selector is empty")
    return "".join(f"//{_step(step, selector)}" for step in steps)


def _step(step: str, selector: str) -> str:
    match = _STEP.fullmatch(step)
    if match is None:
        raise ValueError(f"{selector!r} is not a selector that is read (tag, .class, #id, [name=value])")
    conditions = ""
    for name, identity, attribute, how, value in _MORE.findall(match["rest"]):
        if name:
            conditions += f"[contains(concat(' ', normalize-space(@class), ' '), ' {name} ')]"
        elif identity:
            conditions += f"[@id='{identity}']"
        else:
            bare = value.strip("\"'")
            test = {"*": f"contains(@{attribute}, '{bare}')", "^": f"starts-with(@{attribute}, '{bare}')"}.get(how)
            conditions += f"[{test or (f'@{attribute}={bare!r}' if bare else f'@{attribute}')}]"
    return (match["tag"] or "*") + conditions
