"""Columns of a file mapped into memory: sequences that make each item when it is asked for, and keep none."""

from __future__ import annotations

from abc import abstractmethod
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise
from mmap import mmap
from typing import TypeVar, overload

T = TypeVar("T")


class Column(Sequence[T]):
    """A sequence of items that are made from a file."""

    @abstractmethod
    def at(self, number: int) -> T:
        """The item of a number from 0 to the length less 1."""

    @overload
    def __getitem__(self, index: int) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[T]: ...
    def __getitem__(self, index: int | slice) -> T | Sequence[T]:
        if isinstance(index, slice):
            return tuple(map(self.at, range(len(self))[index]))
        return self.at(range(len(self))[index])


class Texts(Column[str]):
    """Texts that stand end to end, in UTF-8. `bounds` are where each begins, counted from `start`, and the end."""

    def __init__(self, file: mmap, start: int, bounds: Sequence[int]) -> None:
        self._file, self._start, self._bounds = file, start, bounds

    def __len__(self) -> int:
        return len(self._bounds) - 1

    def __iter__(self) -> Iterator[str]:
        written = self._file[self._start : self._start + self._bounds[-1]]
        return (written[start:end].decode() for start, end in pairwise(self._bounds))

    def at(self, number: int) -> str:
        """A text."""
        return self.raw(number).decode()

    def raw(self, number: int) -> bytes:
        """A text as it is written."""
        return self._file[self._start + self._bounds[number] : self._start + self._bounds[number + 1]]

    def find(self, text: str) -> int:
        """The number of a text, where all of them are sorted; KeyError if it is not there."""
        number = bisect_left(range(len(self)), text, key=self.at)
        if number == len(self) or self.at(number) != text:
            raise KeyError(text)
        return number

    def holding(self, part: str) -> Sequence[int]:
        """The numbers of the texts that another one is part of, in order. Cost: linear in the bytes of all."""
        wanted, found, number = part.encode(errors="surrogatepass"), [], 0
        end = self._start + self._bounds[-1]
        while number < len(self):
            place = self._file.find(wanted, self._start + self._bounds[number], end)
            if place < 0:
                break
            number = bisect_left(self._bounds, place - self._start + 1, number) - 1
            if place + len(wanted) <= self._start + self._bounds[number + 1]:
                found.append(number)
            number += 1
        return found


class Rows(Column[tuple[int, ...]]):
    """Rows of numbers that stand end to end. `bounds` are where each begins, and the end."""

    def __init__(self, values: memoryview, bounds: Sequence[int]) -> None:
        self._values, self._bounds = values, bounds

    def __len__(self) -> int:
        return len(self._bounds) - 1

    @property
    def values(self) -> int:
        """How many numbers all rows have together."""
        return len(self._values)

    def at(self, number: int) -> tuple[int, ...]:
        """A row."""
        return tuple(self.view(number))

    def view(self, number: int) -> memoryview:
        """A row, where it stands."""
        return self._values[self._bounds[number] : self._bounds[number + 1]]

    def place(self, row: int, value: int) -> int:
        """Where a value stands among those of all rows; KeyError if it is not in its row."""
        start, end = self._bounds[row], self._bounds[row + 1]
        for place in range(start, end):
            if self._values[place] == value:
                return place
        raise KeyError(value)


class Picked(Column[str]):
    """Some of some texts, by number."""

    def __init__(self, texts: Texts, numbers: Sequence[int]) -> None:
        self._texts, self._numbers = texts, numbers

    def __len__(self) -> int:
        return len(self._numbers)

    def at(self, number: int) -> str:
        """A text."""
        return self._texts.at(self._numbers[number])
