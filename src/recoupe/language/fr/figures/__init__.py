"""Figures in French text: numbers in digits and words with their qualifiers and units. Text only, no parse."""

from recoupe.language.fr.figures.recognition import recognise

__all__ = ["recognise"]
