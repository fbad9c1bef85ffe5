"""How a trigger is presented: whether what it names happened, and why that is thought."""

from __future__ import annotations

from typing import final

import attrs

from recoupe.model import Status


@final
@attrs.frozen(kw_only=True)
class Assertion:
    """How a trigger is presented."""

    #: Whether it happened.
    status: Status
    #: It is not reported as a happening at all (a purpose, a condition, a mere infinitive).
    asserted: bool = True
    #: Why, as a sentence; None where tense and mood say it.
    reason: str | None = None
    #: Nothing in the sentence tells whether it is: a word above it is not known.
    unclear: bool = False
    #: Only the company that it keeps tells so: what the article says of it elsewhere goes before.
    leaning: bool = False


#: Told as done, with nothing more said.
TOLD = Assertion(status=Status.OCCURRED)
#: Done by being decided: "a décidé de rappeler son ambassadeur avec effet immédiat".
IMMEDIATE = Assertion(status=Status.OCCURRED, reason="decided with immediate effect")
#: Under a condition.
SUPPOSED = Assertion(status=Status.POSSIBLE, asserted=False, reason="condition")
