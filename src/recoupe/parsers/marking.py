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
from recoupe.parsers.captions import credit_of_picture
from recoupe.parsers.credits import agencies_in, credit, is_agency
from recoupe.parsers.cues import folded, holds, is_line, starts, words_of
from recoupe.parsers.dateline import dateline
from recoupe.parsers.lines import Part

#: Longest heading and headline in characters. A longer part without a full stop is a paragraph that lost it.
_HEADING, _HEADLINE = 130, 260
_BYLINE = 160
_NOTICE = 500


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
        for index, part in enumerate(found):
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
            body=self.body or BlockKind.PARAGRAPH in kinds,
            list=opened,
        )


def _marks(part: Part, context: _Context) -> tuple[Mark, ...]:
    about = _about_page(part, context) or _about_article(part, context)
    if about is not None:
        return (about,)
    picture = credit_of_picture(part.text)
    if picture == 0:
        return (_whole(part, BlockKind.CAPTION),)
    if picture is not None:
        caption = Mark(block=Block(kind=BlockKind.CAPTION, start=part.start + picture, end=part.end))
        return (*_reporting(_cut(part, 0, picture), context), caption)
    return _reporting(part, context)


def _about_page(part: Part, context: _Context) -> Mark | None:
    text = part.text
    if is_line("key_points", text) and context.next is not None:
        return _whole(part, BlockKind.NAVIGATION)
    if is_line("navigation", text) or (len(text) < 200 and starts("navigation", text) and not part.closed):
        return _whole(part, BlockKind.NAVIGATION)
    if len(text) < 80 and not part.closed and holds("navigation", text):
        return _whole(part, BlockKind.NAVIGATION)
    if len(text) < 300 and starts("related", text) and (not part.closed or ":" in text[:40]):
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
    if _is_kicker(part, context):
        return _whole(part, BlockKind.METADATA)
    if len(text) < _NOTICE:
        if holds("paywall", text):
            return attrs.evolve(_whole(part, BlockKind.METADATA), notice="paywall")
        if starts("correction", text) and (":" in text[:40] or "article" in text[:40] or "version" in text[:40]):
            return attrs.evolve(_whole(part, BlockKind.METADATA), notice="correction")
    if len(text) < _BYLINE:
        dates = printed.read_line(text) if printed.is_about(text) else printed.Printed()
        if dates.published or dates.updated:
            names = credit(_before_date(text)) if starts("byline", text) else None
            return Mark(
                block=Block(kind=BlockKind.METADATA, start=part.start, end=part.end),
                printed=dates,
                author=names.author if names else None,
                agencies=names.agencies if names else (),
            )
        return _byline(part, context)
    return None


def _byline(part: Part, context: _Context) -> Mark | None:
    text = part.text.rstrip(". ")
    if is_agency(text) or re.fullmatch(r"\(?[a-zàâçéèêëîïôûù.]{2,8}(?:[/,-][a-z]{2,8})+\)?", text):
        agencies = tuple(dict.fromkeys((*agencies_in(text), *agencies_in(text.upper().replace("/", " ")))))
        if agencies:
            return attrs.evolve(_whole(part, BlockKind.CREDIT), agencies=agencies)
    opened = starts("byline", text) and not (part.closed and _is_sentence(part.text))
    signed = bool(agencies_in(text)) and re.search(r"(?:\bavec\b|\bet\b|[/,|(])\s*(?:l')?[\w-]+\)?$", text) is not None
    placed = (not context.body and context.headline) or context.index == context.last
    named = placed and 2 <= len(text.split()) <= 5 and not part.closed and not part.marked
    names = credit(text)
    if not (opened or named or (signed and not part.closed)) or not _are_names(names.author or ""):
        return None
    if named and not opened and not signed and context.index != context.last and not _is_person(text):
        return None
    return attrs.evolve(_whole(part, BlockKind.BYLINE), author=names.author, agencies=names.agencies)


def _reporting(part: Part, context: _Context) -> tuple[Mark, ...]:
    if part.bullet:
        opening = not context.body and context.headline and _more(context)
        point = opening or context.list is BlockKind.KEY_POINT
        return (_whole(part, BlockKind.KEY_POINT if point else BlockKind.PARAGRAPH),)
    title = _title_kind(part, context)
    if title is not None:
        return (_whole(part, title),)
    line = dateline(part.text)
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
    if len(part.text) > _HEADING:
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


def _is_kicker(part: Part, context: _Context) -> bool:
    """The name of a section above the headline: the first line, in capitals, before a line that may be a headline."""
    first = context.index == 0 and not context.headline and context.next is not None
    short = part.text.isupper() and len(part.text.split()) <= 3 and not part.closed
    return first and short and context.next is not None and not context.next.closed


def _is_sentence(text: str) -> bool:
    """It ends with a full stop and has more words than a byline or a printed date."""
    return re.search(r"[.!?]\s*[»”\"]?\s*$", text) is not None and len(text.split()) > 12


def _before_date(text: str) -> str:
    return re.split(r"\s*[,|·•–—-]?\s*(?:publié|mis à jour|le \d|\d{1,2}[ /.]|\d{4}-)", text, maxsplit=1, flags=re.I)[0]


def _are_names(text: str) -> bool:
    """Every word has a capital or may stand between names."""
    words = re.findall(r"[^\W\d_][\w'’.-]*", text)
    capital = [w for w in words if w[0].isupper() or re.match(r"[dl]['’][A-ZÀ-Þ]", w)]
    rest = [w for w in words if w not in capital and folded(w).rstrip("'’.") not in words_of("byline", "particles")]
    return bool(capital) and not rest


def _is_person(text: str) -> bool:
    """Two to four capitalised words without figures or signs: "Jeanne Martin"."""
    name = r"[A-ZÀ-Þ][\w'’.-]+"
    return re.fullmatch(rf"{name}(?:\s+(?:de |du |d'|le |la |van |von )?{name}){{1,3}}", text) is not None
