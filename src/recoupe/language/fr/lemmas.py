"""Lemmas of French verbs, corrected where the pipeline is systematically wrong.

spaCy's lemmatizer (rules and a table) leaves many present forms as they are ("frappe", "estime", "demande") and makes
"hackerer" of "hackera". All that reads lemmas (frames, reporting, status) relies on infinitives.
"""

from __future__ import annotations

from recoupe.language.fr.conjugation import finite_forms, infinitives
from recoupe.language.fr.tables import table
from recoupe.language.tokens import Doc


def infinitive(form: str, lemma: str) -> str:
    """The infinitive of a finite verb or participle `form` for which the pipeline says `lemma`.

    `lemma` itself where no correction is known.

    >>> infinitive("frappe", "frappe"), infinitive("hackera", "hackerer"), infinitive("rendu", "rendre")
    ('frapper', 'hacker', 'rendre')
    """
    known: str | None = table("lemmas")["verbs"].get(form)
    if known is not None:
        return known
    if lemma == form and lemma.endswith("e"):
        return lemma + "r"
    if lemma.endswith("erer") and form.startswith(lemma[:-2]):
        return lemma[:-2]
    return lemma


def correct(doc: Doc) -> Doc:
    """`doc`, with the lemmas of its verbs corrected in place; infinitives are left as they are.

    A finite form that the pipeline gives to a verb that the lexicon does not know ("chante" to "cher", "relogèrent" to
    "relogèrer") is that of the one that it knows.
    """
    known, forms = infinitives(), finite_forms()
    for token in doc:
        if token.pos_ in ("VERB", "AUX") and token.features.get("VerbForm") != "Inf":
            lemma = infinitive(token.lower_, token.lemma_)
            if lemma not in known and (form := forms.get(token.lower_)) is not None:
                lemma = form.infinitive
            if lemma != token.lemma_:
                token.lemma_ = lemma
    return doc
