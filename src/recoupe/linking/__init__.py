"""From mentions to events: who is who, which reports mean one happening, and what they agree and disagree on."""

from recoupe.linking.dating import Dated
from recoupe.linking.linkage import Linkage, link
from recoupe.linking.verdict import Verdict

__all__ = ["Dated", "Linkage", "Verdict", "link"]
