"""What happened (`Kind`) and whether it did (`Status`): two axes, never mixed in one code."""

from __future__ import annotations

from enum import StrEnum


class Kind(StrEnum):
    """The kinds of events: the 16 of PLOVER 2.0 (Halterman et al. 2023), and what a newspaper needs beside politics."""

    CONSULT = "consult"
    AGREE = "agree"
    SUPPORT = "support"
    CONCEDE = "concede"
    COOPERATE = "cooperate"
    AID = "aid"
    RETREAT = "retreat"
    REQUEST = "request"
    ACCUSE = "accuse"
    REJECT = "reject"
    THREATEN = "threaten"
    PROTEST = "protest"
    SANCTION = "sanction"
    MOBILIZE = "mobilize"
    COERCE = "coerce"
    ASSAULT = "assault"
    STATEMENT = "statement"
    DISASTER = "disaster"
    ACCIDENT = "accident"
    CASUALTY = "casualty"
    CRIME = "crime"
    JUSTICE = "justice"
    ELECTION = "election"
    OFFICE = "office"
    LEGISLATE = "legislate"
    TRANSACTION = "transaction"
    INDICATOR = "indicator"
    OTHER = "other"


class Status(StrEnum):
    """Whether the event took place, by what is reported."""

    PLANNED = "planned"
    ONGOING = "ongoing"
    OCCURRED = "occurred"
    DENIED = "denied"
    POSSIBLE = "possible"
