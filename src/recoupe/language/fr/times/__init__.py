"""Time expressions in French text: recognised on the raw text, as symbols that wait for a publication date."""

from recoupe.language.fr.times.recognition import Link, Recognised, recognise, settle

__all__ = ["Link", "Recognised", "recognise", "settle"]
