"""French."""

from recoupe.language.fr.pack import French

__all__ = ["French"]
