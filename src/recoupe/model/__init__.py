"""The values that everything else is made of: frozen, validated, hashable. No I/O, no clock, no language processing."""

from recoupe.model.actor import Actor, ActorKind
from recoupe.model.article import Article, Block, BlockKind
from recoupe.model.attribution import Attribution, Stance
from recoupe.model.event import Conflict, ConflictValue, Disagreement, Event
from recoupe.model.expression import TimeExpression, TimeRole
from recoupe.model.figure import Figure, Qualifier
from recoupe.model.judgement import Judgement
from recoupe.model.kinds import Kind, Status
from recoupe.model.mention import Mention, Participant, Role
from recoupe.model.place import Place
from recoupe.model.reading import Gap, GapKind, Reading
from recoupe.model.record import Record
from recoupe.model.source import PublishedBasis, Source
from recoupe.model.span import Span
from recoupe.model.when import When

__all__ = [
    "Actor",
    "ActorKind",
    "Article",
    "Attribution",
    "Block",
    "BlockKind",
    "Conflict",
    "ConflictValue",
    "Disagreement",
    "Event",
    "Figure",
    "Gap",
    "GapKind",
    "Judgement",
    "Kind",
    "Mention",
    "Participant",
    "Place",
    "PublishedBasis",
    "Qualifier",
    "Reading",
    "Record",
    "Role",
    "Source",
    "Span",
    "Stance",
    "Status",
    "TimeExpression",
    "TimeRole",
    "When",
]
