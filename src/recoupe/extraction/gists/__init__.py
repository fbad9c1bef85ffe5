"""Short lines that report one mention each, for titles: what is said of it, put as a headline would."""

from recoupe.extraction.gists.writer import GistWriter

__all__ = ["GistWriter"]
