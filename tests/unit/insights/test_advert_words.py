"""Spellings of one and the same word meet, and phrases are found however they are written."""

from __future__ import annotations

import pytest

from roadmap.insights.adverts.phrases import Phrases
from roadmap.insights.adverts.words import forms, words_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("database", "databases"),
        ("library", "libraries"),
        ("optimisation", "optimizations"),
        ("analysis", "analyses"),
        ("modelling", "modeling"),
        ("behaviour", "behavior"),
        ("data", "data"),
    ],
)
def test_singular_and_plural_british_and_american_have_one_form(one: str, other: str) -> None:
    assert forms(one)[0] == forms(other)[0]


@pytest.mark.parametrize("word", ["tune", "tunes", "tuned", "tuning"])
def test_the_forms_of_a_verb_have_one_stem(word: str) -> None:
    assert forms(word)[1] == "tun"


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("fine-tuning", "we fine-tune models"),
        ("fine-tuning", "finetuning"),
        ("fine-tuning", "Fine tuned"),
        ("Node.js", "NodeJS"),
        ("Node.js", "node.js"),
        ("NoSQL", "No-SQL stores"),
        ("CI/CD", "CI / CD"),
        ("CI/CD", "CI & CD"),
        ("C++", "modern c++, and C"),
        ("C#", "C# and F#"),
        ("machine learning", "machine\n  learning"),
        ("scikit-learn", "scikit learn"),
        ("vector databases", "a vector database"),
        ("A/B tests", "A/B-testing"),
    ],
)
def test_a_phrase_is_found_however_it_is_written(phrase: str, text: str) -> None:
    plain = text.lower()
    assert [found.meaning for found in Phrases([(phrase, phrase)]).find(plain, words_of(plain))] == [phrase]


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("Java", "JavaScript"),
        ("SQL", "MySQLish"),
        ("C", "C++ and C#"),
        ("data science", "We have data. Science is fun"),
        ("data science", "data\n\nscience"),
        ("machine learning", "learning machine"),
        ("Go", "going"),
    ],
)
def test_nothing_is_found_in_other_words(phrase: str, text: str) -> None:
    plain = text.lower()
    assert not list(Phrases([(phrase, phrase)]).find(plain, words_of(plain)))


def test_the_longest_phrase_wins_and_none_lies_within_another() -> None:
    phrases = Phrases([(name, name) for name in ("machine learning", "machine learning pipelines", "pipelines", "ML")])
    plain = "machine learning pipelines, machine learning and ml pipelines"
    found = [one.meaning for one in phrases.find(plain, words_of(plain))]
    assert found == ["machine learning pipelines", "machine learning", "ML", "pipelines"]
