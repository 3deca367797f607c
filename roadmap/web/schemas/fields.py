"""Fields that take a JSON value for what it is, and nothing that merely looks like it.

marshmallow's own take "5" and true for numbers, "yes" for true, and more than one way to write a date.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from marshmallow import EXCLUDE, RAISE, Schema, ValidationError, fields, validate

from roadmap.domain.days_off import iso_date
from roadmap.web.schemas.vocabulary import Vocabulary

Attribute = str | None
Given = Mapping[str, Any] | None


class Flag(fields.Boolean):
    """true or false."""

    default_error_messages = {"invalid": "Must be true or false."}

    def _deserialize(self, value: Any, attr: Attribute, data: Given, **kwargs: Any) -> bool:
        del attr, data, kwargs
        if not isinstance(value, bool):
            raise self.make_error("invalid")
        return value


class Amount(fields.Float):
    """A finite number, whole or not."""

    default_error_messages = {"invalid": "Must be a number."}

    def _deserialize(self, value: Any, attr: Attribute, data: Given, **kwargs: Any) -> float:
        del attr, data, kwargs
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise self.make_error("invalid")
        return value


class Count(fields.Integer):
    """A whole number."""

    default_error_messages = {"invalid": "Must be a whole number."}

    def _deserialize(self, value: Any, attr: Attribute, data: Given, **kwargs: Any) -> int:
        del attr, data, kwargs
        if isinstance(value, bool) or not isinstance(value, int):
            raise self.make_error("invalid")
        return value


class Text(fields.String):
    """A string."""

    default_error_messages = {"invalid": "Must be a string."}


class Day(fields.Date):
    """A date written YYYY-MM-DD."""

    default_error_messages = {"invalid": "Must be a date of the calendar, written YYYY-MM-DD."}

    def _deserialize(self, value: Any, attr: Attribute, data: Given, **kwargs: Any) -> date:
        del attr, data, kwargs
        try:
            return iso_date(value)
        except (TypeError, ValueError) as error:
            raise self.make_error("invalid") from error


class Items(fields.List[Any]):
    """An array of at most `most` items; one that is longer is refused before its items are looked at.

    `least` is how many it must have; with `distinct`, no two may be the same.
    """

    default_error_messages = {
        "invalid": "Must be an array.",
        "many": "Must have at most {most} items.",
        "repeated": "{item!r} is there before.",
    }

    def __init__(
        self,
        inner: fields.Field[Any],
        *,
        most: int | None = None,
        least: int | None = None,
        distinct: bool = False,
        **kwargs: Any,
    ) -> None:
        self.most, self.distinct = most, distinct
        bounded = least is not None or most is not None
        rules = [validate.Length(least, most, error=f"Must have at least {least} items.")] if bounded else []
        if distinct:
            kwargs["metadata"] = {**kwargs.get("metadata", {}), "uniqueItems": True}
        super().__init__(inner, validate=rules, **kwargs)

    def _deserialize(self, value: Any, attr: Attribute, data: Given, **kwargs: Any) -> list[Any]:
        if not isinstance(value, list):
            raise self.make_error("invalid")
        if self.most is not None and len(value) > self.most:
            raise self.make_error("many", most=self.most)
        if isinstance(self.inner, Name) and all(map(self.inner.takes, value)):
            items = list(value)
        else:
            items = super()._deserialize(value, attr, data, **kwargs)
        repeated = [n for n, item in enumerate(items) if item in items[:n]] if self.distinct else []
        if repeated:
            raise ValidationError({n: self.make_error("repeated", item=items[n]).messages for n in repeated})
        return items


class Word(fields.String):
    """One word of a vocabulary."""

    default_error_messages = {"invalid": "Must be a string."}

    def __init__(self, vocabulary: Vocabulary, **kwargs: Any) -> None:
        self.vocabulary = vocabulary
        message = f"Must be one of {', '.join(vocabulary.words)}."
        super().__init__(validate=validate.OneOf(vocabulary.words, error=message), **kwargs)


class Answer(Schema):
    """The base of every object in an answer. Members may be added to answers, so clients must not refuse unknown
    ones, and the contract does not tell them to."""

    class Meta:
        """Unknown members are passed over."""

        unknown = EXCLUDE


class Closed(Schema):
    """The base of objects in requests: unknown members are refused."""

    error_messages = {"type": "Must be an object."}

    class Meta:
        """Unknown members are refused."""

        unknown = RAISE


class Part(fields.Nested):
    """An object with a schema of its own. Recursive schemas are named by a function."""

    default_error_messages = {"type": "Must be an object."}


def parts(schema: type[Schema], **kwargs: Any) -> Items:
    """An array of objects of one schema."""
    return Items(Part(schema), **kwargs)


class Matches(validate.Validator):
    """The whole string matches a pattern that JSON Schema (ECMA-262) reads the same way.

    marshmallow's Regexp would let a line break through at the end.
    """

    def __init__(self, pattern: str, message: str) -> None:
        self.regex = re.compile(pattern)
        self.message = message

    def __call__(self, value: str) -> str:
        """The value; ValidationError if it does not match from its first character to its last."""
        if self.regex.fullmatch(value) is None:
            raise ValidationError(self.message)
        return value


class Over(validate.Validator):
    """A finite number over one bound and up to another.

    Said in the contract by the field's metadata: apispec would turn bounds named `min` and `max` into inclusive ones.
    """

    def __init__(self, bound: float, up_to: float) -> None:
        self.bound = bound
        self.up_to = up_to

    def __call__(self, value: float) -> float:
        """The value; ValidationError if it is outside the bounds."""
        if not self.bound < value <= self.up_to:
            raise ValidationError(f"Must be over {self.bound:g}, and at most {self.up_to:g}.")
        return value


class Name(Text):
    """What stands for an id: 1 to `longest` characters, all of which match `sign`, a class of characters that is
    written the same in Python and in JSON Schema."""

    def __init__(self, longest: int, sign: str, message: str, **kwargs: Any) -> None:
        length = validate.Length(1, longest, error=f"Must have 1 to {longest} characters.")
        super().__init__(validate=[length, Matches(f"^{sign}*$", message=message)], **kwargs)
        self._whole = re.compile(f"{sign}{{1,{longest}}}").fullmatch

    def takes(self, value: Any) -> bool:
        """Whether the field would take a value as it is: what its validators say, in a twentieth of their time."""
        return type(value) is str and self._whole(value) is not None
