"""The domain of an article, where words of general news mean something else: sport, markets, culture, labour, trade.

"Attaque", "frappe" and "rencontre" are no acts of war or diplomacy in the report of a match. One domain per article is
the coarse form of one sense per discourse (Gale, Church and Yarowsky, 1992; Magnini et al., 2002, on domains).
"""

from __future__ import annotations

from collections import Counter
from typing import Final

from recoupe.extraction.analysis import Analysis
from recoupe.language.lexicon import Words

#: How many different words of a domain an article has, with how often it has one among its nouns and names: a report of
#: two sentences has few words, and most of them are of its domain. Of 260 articles cut after two paragraphs, 17 were
#: given a domain so, 15 of them that of the whole article.
_ENOUGH: Final = ((2, 0.15), (3, 0.1), (5, 0.05))
#: The domain in which towns are teams.
SPORT: Final = "sport"
_NOUNS: Final = frozenset({"NOUN", "PROPN"})


def domain_of(analysis: Analysis, words: Words) -> str | None:
    """The domain (a list of the table ``domains``) of which the article has most words; None where it has few of any.

    Cost: one look-up for each noun.
    """
    domains = words.keys_of("domains")
    nouns = [t.lemma_.lower() for part in analysis.parts for t in part.doc if t.pos_ in _NOUNS]
    counts = Counter(domains[noun] for noun in nouns if noun in domains)
    if not counts:
        return None
    domain, count = counts.most_common(1)[0]
    different = len({noun for noun in nouns if domains.get(noun) == domain})
    enough = any(different >= least and count >= share * len(nouns) for least, share in _ENOUGH)
    return domain if enough else None
