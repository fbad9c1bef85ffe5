"""What each part of a text is: headline, key point, heading, paragraph, byline, dateline, caption, and so on.

The rules ask, for every part in turn: is it about the page (navigation, related), about the article (byline, credit,
printed date, notice), about a picture, or does it report? A part that no rule claims is a paragraph: nothing is lost.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import final

import attrs

from recoupe.model import Block, BlockKind
from recoupe.parsers import printed
from recoupe.parsers.captions import credit_before, credit_of_picture
from recoupe.parsers.credits import agencies_in, credit, is_agency
from recoupe.parsers.cues import folded, holds, is_line, starts
from recoupe.parsers.dateline import dateline
from recoupe.parsers.lines import Part
from recoupe.parsers.opening import headline_at
from recoupe.parsers.signing import after_par, before_date, signature

#: Longest heading and headline in characters. A longer part without a full stop is a paragraph that lost it.
_HEADING, _HEADLINE = 130, 260
_BYLINE = 160
_NOTICE = 500
#: A line that is an address and nothing else.
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|[\w.-]+\.\w{2,4}/\S+")


@final
@attrs.frozen(kw_only=True)
class Mark:
    """A block, and what it says of the article."""

    block: Block
    agencies: tuple[str, ...] = ()
    author: str | None = None
    notice: str | None = None
    printed: printed.Printed | None = None


@final
@attrs.frozen(kw_only=True)
class Marker:
    """Marks the parts of one text."""

    #: The text opens with a header in place of a headline.
    headless: bool = False

    def mark(self, found: Sequence[Part]) -> tuple[Mark, ...]:
        """The marks of the parts, in order; a part may make two (a dateline and its paragraph)."""
        marks: list[Mark] = []
        counts = Counter(part.text for part in found if len(part.text) <= _HEADING)
        repeated = frozenset(text for text, count in counts.items() if count > 1)
        context = _Context(headline=self.headless, last=len(found) - 1, repeated=repeated)
        begin = 0 if self.headless else headline_at(found)
        marks.extend(_whole(part, BlockKind.RELATED) for part in found[:begin])
        for index, part in enumerate(found[begin:], begin):
            context = attrs.evolve(context, index=index, next=found[index + 1] if index + 1 < len(found) else None)
            made = _marks(part, context)
            context = context.after(part, made)
            marks.extend(made)
        return _with_leads(marks)


@final
@attrs.frozen(kw_only=True)
class _Context:
    """What came before the part at hand."""

    index: int = 0
    last: int = 0
    next: Part | None = None
    #: A headline, or a header in its place, was seen.
    headline: bool = False
    #: The headline's words.
    title: str = ""
    #: A paragraph was seen.
    body: bool = False
    #: Short texts that stand in the article more than once: a table of contents repeats the headings.
    repeated: frozenset[str] = frozenset()
    #: The list of key points, of related articles, or of contents, is open.
    list: BlockKind | None = None

    def after(self, part: Part, made: tuple[Mark, ...]) -> _Context:
        kinds = {mark.block.kind for mark in made}
        opened = self.list
        if is_line("key_points", part.text):
            opened = BlockKind.KEY_POINT
        elif BlockKind.NAVIGATION in kinds and starts("related", part.text):
            opened = BlockKind.RELATED
        elif is_line("contents", part.text):
            opened = BlockKind.NAVIGATION
        elif opened not in kinds or (opened is BlockKind.RELATED and not part.bullet):
            opened = None
        return attrs.evolve(
            self,
            headline=self.headline or bool(kinds & {BlockKind.HEADLINE, BlockKind.PARAGRAPH, BlockKind.KEY_POINT}),
            title=part.text if BlockKind.HEADLINE in kinds else self.title,
            body=self.body or BlockKind.PARAGRAPH in kinds,
            list=opened,
        )


def _marks(part: Part, context: _Context) -> tuple[Mark, ...]:
    before = credit_before(part.text) if part.closed else 0
    if before:
        return (_whole(_cut(part, 0, before), BlockKind.CAPTION), *_marks(_cut(part, before, len(part.text)), context))
    about = _about_page(part, context) or _about_article(part, context)
    if about is not None:
        return (about,)
    picture = credit_of_picture(part.text)
    if picture == 0 or _is_captioned_next(part, context):
        return (_whole(part, BlockKind.CAPTION),)
    if picture is not None:
        caption = Mark(block=Block(kind=BlockKind.CAPTION, start=part.start + picture, end=part.end))
        return (*_reporting(_cut(part, 0, picture), context), caption)
    return _reporting(part, context)


def _about_page(part: Part, context: _Context) -> Mark | None:
    text = part.text
    if is_line("key_points", text) and context.next is not None:
        return _whole(part, BlockKind.NAVIGATION)
    if is_line("navigation", text) or (len(text) < 300 and starts("navigation", text)) or _ADDRESS.fullmatch(text):
        return _whole(part, BlockKind.NAVIGATION)
    if (len(text) < 80 and not part.closed and holds("navigation", text)) or (
        len(text) < 300 and holds("refused", text)
    ):
        return _whole(part, BlockKind.NAVIGATION)
    leads = starts("related", text) and (not part.closed or ":" in text[:40])
    if len(text) < 300 and (leads or text.startswith(">>")):
        return _whole(part, BlockKind.RELATED)
    if context.list is BlockKind.NAVIGATION and part.text in context.repeated:
        return _whole(part, BlockKind.NAVIGATION)
    if context.list is BlockKind.RELATED and not part.closed and len(text) < 200:
        return _whole(part, BlockKind.RELATED)
    return None


def _about_article(part: Part, context: _Context) -> Mark | None:
    text = part.text
    if len(text) < _BYLINE and (starts("rights", text) or re.search(r"\(@\w{2,30}\)", text)):
        return _whole(part, BlockKind.METADATA)
    if context.title and len(text) > len("Un titre") and folded(text) == folded(context.title):
        return _whole(part, BlockKind.METADATA)
    if len(text) < _NOTICE:
        if holds("paywall", text):
            return attrs.evolve(_whole(part, BlockKind.METADATA), notice="paywall")
        if starts("correction", text) and (":" in text[:40] or "article" in text[:40] or "version" in text[:40]):
            return attrs.evolve(_whole(part, BlockKind.METADATA), notice="correction")
    if len(text) < _BYLINE:
        dates = printed.read_line(text) if printed.is_about(text) else printed.Printed()
        if dates.published or dates.updated:
            names = credit(before_date(text) if starts("byline", text) else after_par(text))
            return Mark(
                block=Block(kind=BlockKind.METADATA, start=part.start, end=part.end),
                printed=dates,
                author=names.author,
                agencies=names.agencies or agencies_in(text),
            )
        return _signed(part, context) if not starts("caption", text) else None
    return None


def _signed(part: Part, context: _Context) -> Mark | None:
    opening = context.headline and not context.body
    found = signature(part, opening=opening, last=context.index == context.last)
    if found is None:
        return None
    return attrs.evolve(_whole(part, found.kind), author=found.credit.author, agencies=found.credit.agencies)


def _reporting(part: Part, context: _Context) -> tuple[Mark, ...]:
    if part.bullet:
        opening = not context.body and context.headline and _more(context)
        point = opening or context.list is BlockKind.KEY_POINT
        return (_whole(part, BlockKind.KEY_POINT if point else BlockKind.PARAGRAPH),)
    alone = dateline(f"{part.text} A")
    if alone is not None and alone.end == len(part.text):
        return (attrs.evolve(_whole(part, BlockKind.DATELINE), agencies=alone.agencies),)
    title = _title_kind(part, context)
    if title is not None:
        return (_whole(part, title),)
    line = dateline(part.text, opening=not context.body)
    before: tuple[Mark, ...] = ()
    if line is not None:
        kind = BlockKind.METADATA if starts("kicker", part.text[: line.end]) else BlockKind.DATELINE
        before = (attrs.evolve(_whole(_cut(part, 0, line.end), kind), agencies=line.agencies),)
        part = _cut(part, line.end, len(part.text))
    closing = re.search(r"[(\[]([^()\[\]]{2,60})[)\]] ?\.?$", part.text)
    if closing is not None and closing.start() > 0 and is_agency(closing[1]):
        sign = attrs.evolve(
            _whole(_cut(part, closing.start(), len(part.text)), BlockKind.CREDIT), agencies=agencies_in(closing[1])
        )
        return (*before, _whole(_cut(part, 0, closing.start()), BlockKind.PARAGRAPH), sign)
    return (*before, _whole(part, BlockKind.PARAGRAPH))


def _title_kind(part: Part, context: _Context) -> BlockKind | None:
    """HEADLINE for the first part, HEADING for a later one, when it looks like one; else None."""
    stop = re.search(r"[.;,:…][\s»”\"')\]]*$", part.text) is not None
    if context.next is None or (stop and not part.marked):
        return None
    if not context.headline:
        return BlockKind.HEADLINE if len(part.text) <= _HEADLINE else None
    if part.marked:
        return BlockKind.HEADING if len(part.text) <= _HEADLINE else None
    if len(part.text) > _HEADING or re.search(r"https?://|\bpic\.twitter|(?<!\w)[#@]\w", part.text):
        return None
    asks = re.search(r"[?!]\s*[»”\"]?\s*$", part.text) is not None
    limit = 80 if asks else _HEADING
    speech = part.text[0] in '—–-«"“' and asks
    return BlockKind.HEADING if len(part.text) <= limit and not speech else None


def _with_leads(marks: list[Mark]) -> tuple[Mark, ...]:
    """What stands between headline and byline introduces the article: its paragraphs are the lead."""
    signs = (BlockKind.BYLINE, BlockKind.CREDIT, BlockKind.METADATA)
    top = next((i for i, mark in enumerate(marks[:8]) if mark.block.kind in signs), 0)
    if sum(mark.block.kind is BlockKind.PARAGRAPH for mark in marks[:top]) > 2 or top + 2 >= len(marks):
        return tuple(marks)
    lead = [
        attrs.evolve(mark, block=attrs.evolve(mark.block, kind=BlockKind.LEAD))
        if mark.block.kind is BlockKind.PARAGRAPH
        else mark
        for mark in marks[:top]
    ]
    return (*lead, *marks[top:])


def _more(context: _Context) -> bool:
    return context.list is BlockKind.KEY_POINT or (context.next is not None and context.next.bullet)


def _whole(part: Part, kind: BlockKind) -> Mark:
    return Mark(block=Block(kind=kind, start=part.start, end=part.end))


def _cut(part: Part, start: int, end: int) -> Part:
    """The part from `start` to `end`, offsets in its own text, without the white space around it."""
    text = part.text[start:end]
    left = part.start + start + len(text) - len(text.lstrip())
    return attrs.evolve(part, start=left, end=left + len(text.strip()), text=text.strip())


def _is_captioned_next(part: Part, context: _Context) -> bool:
    """The next part repeats it and adds the picture's credit: both are the caption."""
    after = context.next.text if context.next is not None else ""
    return len(part.text) > 20 and after.startswith(part.text.rstrip(". ")) and credit_of_picture(after) is not None
