"""Numbers that the French pipeline takes for something else.

"cents", which has the form of a plural, becomes a noun behind another number word, and what is counted its adjective
("trois cents personnes"): whoever looks for people under a verb finds none. Of a number in groups of digits, the groups
become articles ("4 500 habitants"); "neuf" becomes the adjective that means "new" ("au moins neuf civils").
"""

from __future__ import annotations

from recoupe.language.fr.tables import words
from recoupe.language.tokens import Doc, Token

#: A number before its noun, an adjective behind it.
_NINE = "neuf"


def correct(doc: Doc) -> Doc:
    """`doc`, with such numbers below the noun right behind them; its tokens are changed in place."""
    listed = words("misreadings")["cardinals"]
    for token in doc:
        if token.dep_ == "det" and token.text[0].isdigit():
            token.pos_, token.dep_ = "NUM", "nummod"
        if token.lower_ == _NINE and token.pos_ == "ADJ" and token.i < token.head.i:
            token.pos_, token.dep_, token.features = "NUM", "nummod", {"NumType": "Card"}
        if token.lower_ in listed and token.pos_ == "NOUN" and token.i + 1 < len(doc):
            _read_as_number(token, doc[token.i + 1])
    return doc


def _read_as_number(word: Token, noun: Token) -> None:
    """Turn the two round: the noun takes the number's place, and all that depends on it."""
    if noun.pos_ != "NOUN" or noun.head is not word:
        return
    above, label, below = word.head, word.dep_, [c for c in word.children if c is not noun]
    noun.detach()
    if above is not word:
        noun.attach(above, label)
    word.attach(noun, "nummod")
    word.pos_ = "NUM"
    for child in below:
        child.attach(noun, child.dep_)
