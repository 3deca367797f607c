"""Fields for query parameters, where every value is written as text; repeated and unknown ones are refused."""

from __future__ import annotations

import re
from typing import Any

from marshmallow import RAISE, Schema, fields
from webargs.fields import DelimitedFieldMixin

from roadmap.web.schemas.fields import Amount, Attribute, Count, Flag, Given, Items

WHOLE = re.compile(r"[0-9]{1,9}")
NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)?")
LONGEST_NUMBER = 40


class Query(Schema):
    """The base of every query: a parameter that is not declared is refused. On its own, a query without any."""

    class Meta:
        """Unknown parameters are refused."""

        unknown = RAISE


class WrittenFlag(Flag):
    """`true` or `false`."""

    def _deserialize(self, value: Any, attr: Attribute, data: Given, **kwargs: Any) -> bool:
        return super()._deserialize({"true": True, "false": False}.get(value, value), attr, data, **kwargs)


class WrittenCount(Count):
    """A whole number in decimal digits."""

    def _deserialize(self, value: Any, attr: Attribute, data: Given, **kwargs: Any) -> int:
        return super()._deserialize(int(value) if WHOLE.fullmatch(value) else value, attr, data, **kwargs)


class WrittenAmount(Amount):
    """A number as JSON writes it."""

    def _deserialize(self, value: Any, attr: Attribute, data: Given, **kwargs: Any) -> float:
        readable = len(value) <= LONGEST_NUMBER and NUMBER.fullmatch(value)
        return super()._deserialize(float(value) if readable else value, attr, data, **kwargs)


class CommaList(DelimitedFieldMixin, Items):
    """Items joined by commas in one parameter; an empty parameter is an empty list."""

    def __init__(self, inner: fields.Field[Any], *, most: int, **kwargs: Any) -> None:
        super().__init__(inner, most=most, **kwargs)
