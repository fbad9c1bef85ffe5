"""`Place`: where something happened, as finely as the text says."""

from __future__ import annotations

from typing import final

import attrs

from recoupe.model.validation import as_tuple, country_code, is_a, items_are, refuse, text


@final
@attrs.frozen(kw_only=True)
class Place:
    """A place under its canonical name. Two spellings of one place (Koursk, Kursk) make one value."""

    #: The canonical name, in the language of the article that the place was read from.
    name: str = attrs.field(validator=text())
    #: The country it lies in (ISO 3166-1 alpha-3); None when unknown or undecided.
    country: str | None = attrs.field(default=None, validator=country_code())
    #: The places that enclose it, nearest first: ``("oblast de Koursk", "Russie")``; empty when unknown.
    within: tuple[str, ...] = attrs.field(default=(), converter=as_tuple, validator=items_are(str))
    #: GeoNames id; None when no gazetteer knows it or several candidates remain.
    geonames: int | None = attrs.field(default=None, validator=is_a(int, optional=True))
    #: Degrees north, WGS 84.
    latitude: float | None = attrs.field(default=None, validator=is_a(float, int, optional=True))
    #: Degrees east, WGS 84.
    longitude: float | None = attrs.field(default=None, validator=is_a(float, int, optional=True))
    #: How this article writes it, where that differs from `name`.
    words: str | None = attrs.field(default=None, validator=text(optional=True))

    @latitude.validator
    def _on_the_globe(self, attribute: attrs.Attribute[float | None], value: float | None) -> None:
        if value is not None and not -90 <= value <= 90:
            raise refuse(self, attribute, value, "degrees from -90 to 90")

    @longitude.validator
    def _round_the_globe(self, attribute: attrs.Attribute[float | None], value: float | None) -> None:
        if value is not None and not -180 <= value <= 180:
            raise refuse(self, attribute, value, "degrees from -180 to 180")
