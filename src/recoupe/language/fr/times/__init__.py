"""Time expressions in French text: recognised on the raw text, as symbols that wait for a publication date."""

from recoupe.language.fr.times.draft import Link
from recoupe.language.fr.times.recognition import Recognised, recognise, settle

__all__ = ["Link", "Recognised", "recognise", "settle"]
