"""Every way a request can be wrong, and exactly what it is answered with."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from time import perf_counter
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from roadmap.adapters.graph_shelf import GraphShelf
from roadmap.domain.days_off import WEEKDAYS
from roadmap.web.app import create_app
from roadmap.web.problem_types import BY_NAME
from roadmap.web.problems import answer_problem
from tests.building.web import LIMITS, MAX_BODY, MAX_JOB_ADS, FixedClock, careers_app

PLANS = "/v1/plans"
RANK = "/v1/role-rankings"
COMPARISONS = "/v1/comparisons"
JOB_ADS = "/v1/job-ads"
DEEP = 100_000


@dataclass(frozen=True)
class Wrong:
    """A wrong request, the problem it is answered with, and where that says the fault is."""

    label: str
    problem: str
    at: str | None = None
    says: str = ""
    method: str = "POST"
    path: str = PLANS
    body: bytes | None = None
    headers: dict[str, str] = field(default_factory=lambda: {"Content-Type": "application/json"})


def body(label: str, raw: bytes | str, problem: str, at: str | None = None, says: str = "") -> Wrong:
    return Wrong(label, problem, at, says, body=raw if isinstance(raw, bytes) else raw.encode())


def members(label: str, problem: str, at: str | None, says: str = "", **given: Any) -> Wrong:
    return body(label, json.dumps({"role": "ml-engineer", **given}), problem, at, says)


def at(path: str, wrong: Wrong) -> Wrong:
    return replace(wrong, path=path)


def ranking(label: str, problem: str, where: str | None, says: str = "", **given: Any) -> Wrong:
    return at(RANK, body(f"ranking: {label}", json.dumps(given), problem, where, says))


def roles(label: str, problem: str, at: str | None, says: str = "", **given: Any) -> Wrong:
    asked = json.dumps({"roles": ["ml-engineer", "ai-engineer"], **given})
    return Wrong(label, problem, at, says, path=COMPARISONS, body=asked.encode())


def ad(label: str, problem: str, at: str | None, says: str = "", **given: Any) -> Wrong:
    return replace(body(f"job ads: {label}", json.dumps(given), problem, at, says), path=JOB_ADS)


def typed(label: str, headers: dict[str, str]) -> Wrong:
    return Wrong(label, "unsupported-media-type", body=b'{"role": "ml-engineer"}', headers=headers)


def get(label: str, path: str, problem: str, at: str | None = None, says: str = "", method: str = "GET") -> Wrong:
    return Wrong(label, problem, at, says, method, path, headers={})


MALFORMED_BODIES = [
    body("an empty body", "", "malformed-request"),
    body("blanks alone", "  \n", "malformed-request"),
    body("half an object", '{"role": "ml-eng', "malformed-request"),
    body("text after the object", '{"role": "ml-engineer"} x', "malformed-request"),
    body("single quotes", "{'role': 'ml-engineer'}", "malformed-request"),
    body("a comma at the end", '{"role": "ml-engineer",}', "malformed-request"),
    body("a comment", '{"role": "ml-engineer" /* x */}', "malformed-request"),
    body("100,000 brackets", "[" * DEEP, "malformed-request"),
    body("50,000 objects in each other", '{"a":' * (MAX_BODY // 6), "malformed-request"),
    body("deep nesting that is closed", '{"known":' + "[" * 5000 + "]" * 5000 + "}", "malformed-request"),
    body("990 levels", '{"known":' + "[" * 990 + "]" * 990 + "}", "malformed-request", says="64 levels"),
    body("65 levels", '{"known":' + "[" * 64 + "]" * 64 + "}", "malformed-request", says="64 levels"),
    body("64 levels", '{"known":' + "[" * 63 + "]" * 63 + "}", "invalid-request", at="/known/0"),
    body("brackets in a string", '{"role": "' + "[{" * 40 + '"}', "unknown-reference", at="/role"),
    body("a name given twice", '{"role": "ml-engineer", "role": "ai-engineer"}', "malformed-request", says="twice"),
    body("a name given twice inside", '{"role": "x", "known": [{"a": 1, "a": 2}]}', "malformed-request", says="twice"),
    body("NaN", '{"role": "ml-engineer", "hours_per_week": NaN}', "malformed-request"),
    body("Infinity", '{"role": "ml-engineer", "hours_per_week": Infinity}', "malformed-request"),
    body("-Infinity", '{"role": "ml-engineer", "hours_per_week": -Infinity}', "malformed-request"),
    body("1e999", '{"role": "ml-engineer", "hours_per_week": 1e999}', "malformed-request"),
    body("an integer of 5,000 digits", b'{"hours_per_week": ' + b"9" * 5000 + b"}", "malformed-request"),
    body("a lone surrogate", r'{"role": "\ud800"}', "malformed-request"),
    body("a lone low surrogate in a name", r'{"\udc00": 1}', "malformed-request"),
    body("a control character", '{"role": "a\nb"}', "malformed-request"),
    body("UTF-16", '{"role": "ml-engineer"}'.encode("utf-16"), "malformed-request"),
    body("UTF-16 without a mark", '{"role": "ml-engineer"}'.encode("utf-16-le"), "malformed-request"),
    body("UTF-32", '{"role": "ml-engineer"}'.encode("utf-32"), "malformed-request"),
    body("Latin-1", '{"role": "é"}'.encode("latin-1"), "malformed-request"),
    body("a byte order mark", b'\xef\xbb\xbf{"role": "ml-engineer"}', "malformed-request"),
    body("a surrogate in UTF-8", b'{"role": "\xed\xa0\x80"}', "malformed-request"),
    body("an array at the top", '["ml-engineer"]', "malformed-request", says="object"),
    body("a string at the top", '"ml-engineer"', "malformed-request", says="object"),
    body("null at the top", "null", "malformed-request", says="object"),
]

INVALID_BODIES = [
    body("nothing asked for", "{}", "invalid-request", "/role"),
    body("no targets", '{"targets": []}', "invalid-request", "/role"),
    members("an unknown member", "invalid-request", "/colour", colour="red"),
    members("a mistyped member", "invalid-request", "/knwon", "Did you mean known?", knwon=["python"]),
    members("a member with / and ~", "invalid-request", "/a~1b~0c", **{"a/b~c": 1}),
    members("null for a role", "invalid-request", "/role", role=None),
    members("a number for a role", "invalid-request", "/role", role=5),
    members("an object for a role", "invalid-request", "/role", role={"id": "ml-engineer"}),
    members("an empty role", "invalid-request", "/role", role=""),
    members("a role of 101 characters", "invalid-request", "/role", role="a" * 101),
    members("NUL in a role", "invalid-request", "/role", role="ml\0engineer"),
    members("NUL in a list", "invalid-request", "/known/1", known=["python", "\0"]),
    members("a line break after an id", "invalid-request", "/role", role="ml-engineer\n"),
    members("a comma in an id", "invalid-request", "/known/0", known=["python,git"]),
    members("a string for a list", "invalid-request", "/known", known="python"),
    members("an object for a list", "invalid-request", "/known", known={"0": "python"}),
    members("null for a list", "invalid-request", "/targets", targets=None),
    members("a number in a list", "invalid-request", "/avoid/0", avoid=[1]),
    members("null in a list", "invalid-request", "/prefer/1", prefer=["aws", None]),
    members("a list in a list", "invalid-request", "/from_roles/0", from_roles=[["ml-engineer"]]),
    members("1,001 items", "invalid-request", "/known", "1000", known=["python"] * 1001),
    members("51 things to ask about", "invalid-request", "/what_if", "50", what_if=["python"] * 51),
    members("51 units to explain", "invalid-request", "/why", "50", why=["python"] * 51),
    members("a string for what to ask about", "invalid-request", "/what_if", what_if="python"),
    members("a comma in a unit to explain", "invalid-request", "/why/0", why=["python,git"]),
    members('"5" for hours', "invalid-request", "/hours_per_week", "number", hours_per_week="5"),
    members("true for hours", "invalid-request", "/hours_per_week", hours_per_week=True),
    members("no hours", "invalid-request", "/hours_per_week", hours_per_week=0),
    members("negative hours", "invalid-request", "/hours_per_week", hours_per_week=-3),
    members("more hours than a week has", "invalid-request", "/hours_per_week", hours_per_week=168.5),
    members("hours past 64 bits", "invalid-request", "/hours_per_week", hours_per_week=10**30),
    members("null for hours", "invalid-request", "/hours_per_week", hours_per_week=None),
    members('"true" for a flag', "invalid-request", "/include_optional", include_optional="true"),
    members("1 for a flag", "invalid-request", "/assume_prerequisites", assume_prerequisites=1),
    members("an unknown strategy", "invalid-request", "/strategy", "quick-wins", strategy="fastest"),
    members("a list for a strategy", "invalid-request", "/strategy", strategy=["quick-wins"]),
    members("a date with slashes", "invalid-request", "/start_date", start_date="2027/01/04"),
    members("a date of another ISO form", "invalid-request", "/start_date", start_date="20270104"),
    members("an ISO week", "invalid-request", "/start_date", start_date="2027-W01-1"),
    members("a time", "invalid-request", "/start_date", start_date="2027-01-04T00:00:00Z"),
    members("a day that does not exist", "invalid-request", "/start_date", start_date="2027-02-29"),
    members("the year 0", "invalid-request", "/start_date", start_date="0000-01-01"),
    members("a number for a date", "invalid-request", "/start_date", start_date=20270104),
    members("a deadline without a start", "invalid-request", "/start_date", deadline="2027-01-04"),
    members("days off without a start", "invalid-request", "/start_date", days_off=["sunday"]),
    members("an unknown weekday", "invalid-request", "/days_off/0", days_off=["caturday"]),
    members("a period that ends first", "invalid-request", "/days_off/0", days_off=["2027-02-02/2027-02-01"]),
    members(
        "all days off", "invalid-request", "/days_off",
        start_date="2027-01-04",
        days_off=list(WEEKDAYS),
    ),
]  # fmt: skip

IMPOSSIBLE = [
    members("an unknown role", "unknown-reference", "/role", "Did you mean ml-engineer", role="ml-enginer"),
    members("an unknown graph", "unknown-reference", "/graph", "Did you mean tech-careers?", graph="tech-career"),
    members("an unknown skill", "unknown-reference", "/known/1", "Did you mean python?", known=["git", "pyton"]),
    members("a name for an id", "unknown-reference", "/known/0", "machine-learning", known=["Machine Learning"]),
    members("a level that is not there", "unknown-reference", "/targets/0", "python@1", targets=["python@3"]),
    members("an unknown role to come from", "unknown-reference", "/from_roles/0", from_roles=["astronaut"]),
    members("an unknown skill to ask about", "unknown-reference", "/what_if/1", "python?", what_if=["git", "pyton"]),
    members("an unknown level to explain", "unknown-reference", "/why/0", "python@1", why=["python@3"]),
    members("what is like nothing", "unknown-reference", "/avoid/0", avoid=["💥"]),
    members("all options avoided", "unreachable-targets", "/avoid", "aws@1", avoid=["aws", "azure", "gcp"]),
    members("a mandatory unit avoided", "unreachable-targets", "/avoid", "docker@1", avoid=["docker"]),
    members("next to no pace", "endless-schedule", "/hours_per_week", hours_per_week=1e-300),
    members("a start at the end", "endless-schedule", "/hours_per_week", hours_per_week=5, start_date="9999-12-30"),
]

RANKINGS = [
    ranking("a role to lead to", "invalid-request", "/role", "Did you mean roles?", role="ml-engineer"),
    ranking("a strategy", "invalid-request", "/strategy", strategy="quick-wins"),
    ranking("an unknown axis", "invalid-request", "/preferences/maths", "Did you mean mathematics?",
        preferences={"maths": 1}),
    ranking("an axis like nothing", "invalid-request", "/preferences/💥", "no such member.", preferences={"💥": 1}),
    ranking("a preference under -1", "invalid-request", "/preferences/people", preferences={"people": -1.01}),
    ranking("a preference over 1", "invalid-request", "/preferences/people", preferences={"people": 2}),
    ranking('"1" for a preference', "invalid-request", "/preferences/people", "number", preferences={"people": "1"}),
    ranking("true for a preference", "invalid-request", "/preferences/people", preferences={"people": True}),
    ranking("null for a preference", "invalid-request", "/preferences/people", preferences={"people": None}),
    ranking("a list of preferences", "invalid-request", "/preferences", "object", preferences=["people"]),
    ranking("null for preferences", "invalid-request", "/preferences", preferences=None),
    ranking("an unknown weight", "invalid-request", "/weights/nearnes", "nearness", weights={"nearnes": 1}),
    ranking("a weight that is an axis", "invalid-request", "/weights/people", weights={"people": 1}),
    ranking("a negative weight", "invalid-request", "/weights/fit", weights={"fit": -0.1}),
    ranking("a weight over 100", "invalid-request", "/weights/fit", weights={"fit": 100.5}),
    ranking("a weight past 64 bits", "invalid-request", "/weights/fit", weights={"fit": 10**30}),
    ranking("a string for a weight", "invalid-request", "/weights/fit", weights={"fit": "10"}),
    ranking("an object for a weight", "invalid-request", "/weights/fit", weights={"fit": {}}),
    ranking("a string for the roles", "invalid-request", "/roles", roles="ml-engineer"),
    ranking("a comma in a role", "invalid-request", "/roles/0", roles=["ml-engineer,ai-engineer"]),
    ranking('"5" for hours', "invalid-request", "/hours_per_week", "number", hours_per_week="5"),
    ranking("a deadline that is no date", "invalid-request", "/deadline", deadline="soon"),
    ranking("all days off", "invalid-request", "/days_off", days_off=list(WEEKDAYS)),
    ranking("an unknown role", "unknown-reference", "/roles/1", "ml-engineer", roles=["ai-engineer", "ml-enginer"]),
    ranking("an unknown skill", "unknown-reference", "/known/0", "Did you mean python?", known=["pyton"]),
    ranking("an unknown role to come from", "unknown-reference", "/from_roles/0", from_roles=["astronaut"]),
    ranking("an unknown graph", "unknown-reference", "/graph", "Did you mean tech-careers?", graph="tech-career"),
    ranking("next to no pace", "endless-schedule", "/hours_per_week", hours_per_week=1e-300),
    at(RANK, body("NaN for a preference", '{"preferences": {"people": NaN}}', "malformed-request")),
    at(RANK, body("1e999 for a weight", '{"weights": {"fit": 1e999}}', "malformed-request")),
    at(RANK, body("an axis given twice", '{"preferences": {"people": 1, "people": 0}}', "malformed-request")),
    get("a ranking by GET", RANK, "method-not-allowed", says="POST"),
]  # fmt: skip

COMPARED = [
    Wrong("no roles to compare", "invalid-request", "/roles", path=COMPARISONS, body=b"{}"),
    Wrong("a list to compare", "malformed-request", says="object", path=COMPARISONS, body=b'["ml-engineer"]'),
    Wrong("a comparison as a form", "unsupported-media-type", path=COMPARISONS, body=b"roles=x", headers={}),
    Wrong("members in the query of a comparison", "invalid-request", "roles", path=f"{COMPARISONS}?roles=x",
          body=b'{"roles": ["ml-engineer", "ai-engineer"]}'),
    roles("one role", "invalid-request", "/roles", "at least 2", roles=["ml-engineer"]),
    roles("six roles", "invalid-request", "/roles", "at most 5", roles=[f"role-{n}" for n in range(6)]),
    roles("the same role twice", "invalid-request", "/roles/1", "'x' is there before", roles=["x", "x"]),
    roles("a role for roles", "invalid-request", "/roles", "array", roles="ml-engineer"),
    roles("null for roles", "invalid-request", "/roles", roles=None),
    roles("a number among roles", "invalid-request", "/roles/1", roles=["ml-engineer", 5]),
    roles("an empty role among roles", "invalid-request", "/roles/0", roles=["", "ai-engineer"]),
    roles("a role beside roles", "invalid-request", "/role", "Did you mean roles?", role="ml-engineer"),
    roles("targets of a comparison", "invalid-request", "/targets", targets=["python"]),
    roles("a start date of a comparison", "invalid-request", "/start_date", start_date="2027-01-04"),
    roles('"5" for hours to compare', "invalid-request", "/hours_per_week", hours_per_week="5"),
    roles("an unknown strategy to compare", "invalid-request", "/strategy", "quick-wins", strategy="fastest"),
    roles("an unknown role among roles", "unknown-reference", "/roles/1", "Did you mean ml-engineer",
          roles=["ai-engineer", "ml-enginer"]),
    roles("an unknown skill to compare", "unknown-reference", "/known/1", "python", known=["git", "pyton"]),
    roles("an unknown graph to compare", "unknown-reference", "/graph", "tech-careers", graph="tech-career"),
    roles("an unknown role to compare from", "unknown-reference", "/from_roles/0", from_roles=["astronaut"]),
    roles("a way avoided for one of the roles", "unreachable-targets", "/avoid", "docker@1", avoid=["docker"]),
    roles("next to no pace to compare", "endless-schedule", "/hours_per_week", hours_per_week=1e-300),
    get("a comparison by GET", COMPARISONS, "method-not-allowed", says="POST"),
]  # fmt: skip

JOB_ADS_ASKED = [
    ad("no advert", "invalid-request", "/text", "one of the two"),
    ad("one advert and several", "invalid-request", "/text", text="Python", job_ads=[{"text": "SQL"}]),
    ad("an empty advert", "invalid-request", "/text", "1 to 200000", text=""),
    ad("an advert that is too long", "invalid-request", "/text", "1 to 200000", text="x" * 200_001),
    ad("a number for an advert", "invalid-request", "/text", "string", text=5),
    ad("a title that is too long", "invalid-request", "/title", "300", text="Python", title="x" * 301),
    ad("a title of several adverts", "invalid-request", "/title", "text", job_ads=[{"text": "SQL"}], title="x"),
    ad("a share of one advert", "invalid-request", "/share", "job_ads", text="Python", share=0.5),
    ad("no share", "invalid-request", "/share", "over 0", job_ads=[{"text": "SQL"}], share=0),
    ad("more than all", "invalid-request", "/share", "at most 1", job_ads=[{"text": "SQL"}], share=1.5),
    ad("201 adverts", "invalid-request", "/job_ads", "at most 200", job_ads=[{"text": "SQL"}] * 201),
    ad("none of several adverts", "invalid-request", "/job_ads", "at least 1", job_ads=[]),
    ad("an advert without text", "invalid-request", "/job_ads/0/text", job_ads=[{"title": "x"}]),
    ad("an unknown member of an advert", "invalid-request", "/job_ads/0/txt", job_ads=[{"text": "x", "txt": "y"}]),
    ad("a string among adverts", "invalid-request", "/job_ads/0", "object", job_ads=["Python"]),
    ad("a role beside an advert", "invalid-request", "/role", text="Python", role="ml-engineer"),
    ad("a deadline without a start", "invalid-request", "/start_date", text="Python", deadline="2027-01-01"),
    ad("an unknown skill to read with", "unknown-reference", "/known/0", "python", text="Python", known=["pyton"]),
    ad("an unknown skill to survey with", "unknown-reference", "/known/0", job_ads=[{"text": "x"}], known=["pyton"]),
    ad("an unknown graph to read with", "unknown-reference", "/graph", text="Python", graph="tech-career"),
    ad("what an advert asks for, avoided", "unreachable-targets", "/avoid", text="Python", avoid=["python"]),
    ad("next to no pace to an advert", "endless-schedule", "/hours_per_week", text="Python", hours_per_week=1e-300),
    replace(body("a lone surrogate in an advert", '{"text": "\\ud800"}', "malformed-request"), path=JOB_ADS),
    replace(
        body("adverts over the limit", b" " * (MAX_JOB_ADS + 1), "content-too-large", says=str(MAX_JOB_ADS)),
        path=JOB_ADS,
    ),
    get("adverts by GET", JOB_ADS, "method-not-allowed", says="POST"),
]

HEADERS = [
    typed("no media type", {}),
    typed("a form", {"Content-Type": "application/x-www-form-urlencoded"}),
    typed("plain text", {"Content-Type": "text/plain"}),
    typed("something like JSON", {"Content-Type": "application/vnd.api+json"}),
    typed("another charset", {"Content-Type": "application/json; charset=utf-16"}),
    typed("a compressed body", {"Content-Type": "application/json", "Content-Encoding": "gzip"}),
    body("a body over the limit", b" " * (MAX_BODY + 1), "content-too-large", says=str(MAX_BODY)),
    Wrong("no format accepted", "not-acceptable", body=b'{"role": "ml-engineer"}', headers={
        "Content-Type": "application/json", "Accept": "image/jpeg"}),
    Wrong("an unknown format", "invalid-request", "format", path=f"{PLANS}?format=pdf", body=b'{"role": "x"}'),
    Wrong("members in the query of a POST", "invalid-request", "role", path=f"{PLANS}?role=x", body=b'{"role": "x"}'),
    Wrong("a host that is none", "http-error", method="GET", path="/v1/roles", headers={"Host": "a b"}),
]  # fmt: skip

QUERIES = [
    get("nothing asked for", PLANS, "invalid-request", "role"),
    get("an unknown parameter", f"{PLANS}?role=ml-engineer&colour=red", "invalid-request", "colour"),
    get("a mistyped parameter", f"{PLANS}?rol=ml-engineer", "invalid-request", "rol", "Did you mean role?"),
    get("a parameter of another resource", "/v1/roles?limit=3", "invalid-request", "limit"),
    get("a parameter where there are none", "/v1/graphs?x=1", "invalid-request", "x"),
    get("a parameter without a name", "/v1/graphs?=1", "invalid-request", ""),
    get("a repeated parameter", f"{PLANS}?role=ml-engineer&role=ai-engineer", "malformed-request", "role"),
    get("101 parameters", f"{PLANS}?{'&'.join(f'p{n}=1' for n in range(101))}", "malformed-request"),
    get("bytes that are not UTF-8", f"{PLANS}?role=%ff", "malformed-request"),
    get("a surrogate in UTF-8", f"{PLANS}?role=%ED%A0%80", "malformed-request"),
    get("a broken escape", f"{PLANS}?role=%zz", "malformed-request"),
    get("a % at the end", f"{PLANS}?role=a%", "malformed-request"),
    get("NUL", f"{PLANS}?role=%00", "invalid-request", "role"),
    get("NUL in a search", "/v1/skills?q=%00", "invalid-request", "q"),
    get("an empty search", "/v1/skills?q=", "invalid-request", "q"),
    get("a search of 101 characters", f"/v1/skills?q={'a' * 101}", "invalid-request", "q"),
    get(
        "hours that are no number", f"{PLANS}?role=ml-engineer&hours_per_week=ten", "invalid-request", "hours_per_week"
    ),
    get("nan", f"{PLANS}?role=ml-engineer&hours_per_week=nan", "invalid-request", "hours_per_week"),
    get("1e999", f"{PLANS}?role=ml-engineer&hours_per_week=1e999", "invalid-request", "hours_per_week"),
    get("digits of another script", f"{PLANS}?role=x&hours_per_week=%D9%A5", "invalid-request", "hours_per_week"),
    get("yes for a flag", f"{PLANS}?role=ml-engineer&include_optional=yes", "invalid-request", "include_optional"),
    get("an empty item", f"{PLANS}?role=ml-engineer&known=a,,b", "invalid-request", "known"),
    get("an unknown format", f"{PLANS}?role=ml-engineer&format=pdf", "invalid-request", "format"),
    get("a deadline without a start", f"{PLANS}?role=ml-engineer&deadline=2027-01-01", "invalid-request", "start_date"),
    get("a limit of 0", "/v1/skills?limit=0", "invalid-request", "limit"),
    get("a limit over 1,000", "/v1/skills?limit=1001", "invalid-request", "limit"),
    get("a limit that is not whole", "/v1/skills?limit=1.5", "invalid-request", "limit"),
    get("a negative offset", "/v1/skills?offset=-1", "invalid-request", "offset"),
    get("an offset past 64 bits", f"/v1/skills?offset={10**20}", "invalid-request", "offset"),
    get("an unknown skill", f"{PLANS}?role=ml-engineer&known=pyton", "unknown-reference", "known", "python"),
    get("an unknown skill to explain", f"{PLANS}?role=ml-engineer&why=git,pyton", "unknown-reference", "why", "python"),
    get("an empty thing to ask about", f"{PLANS}?role=ml-engineer&what_if=git,,sql", "invalid-request", "what_if"),
    get("an unknown graph", "/v1/roles?graph=tech-career", "unknown-reference", "graph", "tech-careers"),
    get("an unknown track", "/v1/skills?track=clod", "unknown-reference", "track", "Did you mean cloud?"),
    get("an unknown graph for a skill", "/v1/skills/python?graph=x", "unknown-reference", "graph"),
    get("a conflict", f"{PLANS}?role=ml-engineer&avoid=aws,azure,gcp", "unreachable-targets", "avoid", "gcp@1"),
    get("no end", f"{PLANS}?role=ml-engineer&hours_per_week=1e-9", "endless-schedule", "hours_per_week"),
]

PATHS = [
    get("an unknown path", "/v1/nothing", "not-found"),
    get("a slash too many", "/v1/graphs/", "not-found"),
    get("two slashes", "/v1//graphs", "not-found"),
    get("a path that is not UTF-8", "/v1/skills/%ff", "not-found"),
    get("NUL in a path", "/v1/skills/%00", "not-found"),
    get("an unknown graph", "/v1/graphs/tech-career", "not-found", says="Did you mean tech-careers?"),
    get("an unknown role", "/v1/roles/ml-enginer", "not-found", says="Did you mean ml-engineer"),
    get("an unknown skill", "/v1/skills/pyton", "not-found", says="Did you mean python?"),
    get("a unit for a skill", "/v1/skills/python@1", "not-found"),
    get("an unknown problem", "/problems/nonsense", "not-found"),
    get("a method that is not there", "/v1/graphs", "method-not-allowed", says="GET", method="POST"),
    get("DELETE", PLANS, "method-not-allowed", says="POST", method="DELETE"),
    get("TRACE", "/docs", "method-not-allowed", method="TRACE"),
    get("a method nobody knows", "/v1/roles", "method-not-allowed", method="FROBNICATE"),
]

HERE = "http://localhost/embed/ml-engineer"
EMBEDDED = [
    get("oEmbed without an address", "/oembed", "invalid-request", "url"),
    get("oEmbed of another service", "/oembed?url=https://elsewhere.example/embed/ml-engineer", "not-found", "url"),
    get("oEmbed of NUL", "/oembed?url=%00", "not-found", "url"),
    get("oEmbed of an unreadable address", "/oembed?url=http://[/embed/ml-engineer", "not-found", "url"),
    get("oEmbed of a port that is none", "/oembed?url=http://localhost:x/embed/ml-engineer", "not-found", "url"),
    get("oEmbed of 8,001 characters", f"/oembed?url={'a' * 8001}", "invalid-request", "url"),
    get("oEmbed in a format that is not offered", f"/oembed?url={HERE}&format=yaml", "format-not-offered", "format"),
    get("a frame of an unknown role", "/embed/ml-enginer", "not-found", says="Did you mean ml-engineer"),
    get("a frame of an unknown skill", "/embed/ml-engineer?skipped=pyton", "unknown-reference", "skipped", "python"),
    get("a frame told of by no origin", "/embed/ml-engineer?parent_origin=*", "invalid-request", "parent_origin"),
    get("a card of an unknown role", "/cards/ml-enginer.svg", "not-found", says="Did you mean ml-engineer"),
    get("a card in no format", "/cards/ml-engineer.webp", "not-found"),
]

INSIGHTS = [*COMPARED, *RANKINGS, *JOB_ADS_ASKED]
WRONG = [*MALFORMED_BODIES, *INVALID_BODIES, *IMPOSSIBLE, *INSIGHTS, *HEADERS, *QUERIES, *EMBEDDED, *PATHS]


@pytest.mark.parametrize("wrong", WRONG, ids=[f"{wrong.method} {wrong.label} ({wrong.problem})" for wrong in WRONG])
def test_a_wrong_request_is_answered_with_its_problem(big_client: FlaskClient, wrong: Wrong) -> None:
    begun = perf_counter()
    response = big_client.open(wrong.path, method=wrong.method, data=wrong.body, headers=wrong.headers)
    assert perf_counter() - begun < 1
    kind, said = BY_NAME[wrong.problem], json.loads(response.data)
    assert (response.status_code, response.mimetype) == (kind.status, "application/problem+json")
    assert (said["status"], said["title"]) == (kind.status, kind.title)
    assert said["type"].endswith(f"/problems/{kind.name}")
    assert wrong.says in said["detail"] + json.dumps(said.get("errors", []))
    if wrong.at is not None:
        place = "pointer" if wrong.at.startswith("/") else "parameter"
        assert [error[place] for error in said["errors"]] == [wrong.at]
    else:
        assert not [error for error in said.get("errors", []) if "pointer" in error or "parameter" in error]


@pytest.fixture
def big_client(app: Flask, wrong: Wrong) -> FlaskClient:
    """A client; of the same service with room for 100,000 brackets, where they are what is wrong."""
    brackets = wrong.body is not None and wrong.body.startswith(b"[[")
    return (careers_app(max_body=2 * DEEP) if brackets else app).test_client()


def test_the_table_has_every_problem_that_a_request_can_bring_about() -> None:
    assert {wrong.problem for wrong in WRONG} == set(BY_NAME) - {"internal-error", "not-ready"}


def test_the_conflict_is_named(client: FlaskClient) -> None:
    said = client.post(PLANS, json={"role": "ml-engineer", "avoid": ["aws", "azure", "gcp", "java"]}).get_json()
    assert said["conflict"] == ["aws@1", "azure@1", "gcp@1"]
    assert said["targets"]


def test_everything_that_is_wrong_is_said_at_once(client: FlaskClient) -> None:
    said = client.post(PLANS, json={"role": 1, "known": [None], "hours_per_week": "5", "x": 1}).get_json()
    assert {error["pointer"] for error in said["errors"]} == {"/role", "/known/0", "/hours_per_week", "/x"}
    said = client.post(PLANS, json={"role": "x", "known": ["y"], "avoid": ["z"], "why": ["v", "python"]}).get_json()
    assert [error["pointer"] for error in said["errors"]] == ["/role", "/known/0", "/avoid/0", "/why/0"]


def test_everything_that_is_wrong_inside_is_said_at_once(client: FlaskClient) -> None:
    given = {"preferences": {"maths": 1, "people": "1"}, "weights": {"fit": -1}, "preference": {}}
    said = client.post(RANK, json=given).get_json()
    pointers = {"/preferences/maths", "/preferences/people", "/weights/fit", "/preference"}
    assert {error["pointer"] for error in said["errors"]} == pointers


def test_errors_are_not_more_than_anyone_reads(client: FlaskClient) -> None:
    for given in ({"known": [1] * 1000}, {"known": ["x"] * 1000}):
        said = client.post(PLANS, json={"role": "ml-engineer", **given}).get_json()
        assert len(said["errors"]) == 50


def test_405_tells_the_methods_that_there_are(client: FlaskClient) -> None:
    assert set(client.delete(PLANS).allow) == {"GET", "HEAD", "OPTIONS", "POST"}


def test_413_names_the_limit(client: FlaskClient) -> None:
    response = client.post(PLANS, data=b"x" * (MAX_BODY + 1), content_type="application/json")
    assert response.get_json()["limit"] == MAX_BODY


def test_what_fails_here_is_logged_and_not_told(app: Flask, caplog: pytest.LogCaptureFixture) -> None:
    with app.test_request_context("/v1/plans"):
        response = answer_problem(RuntimeError("secret"))
    assert response.status_code == 500
    assert b"secret" not in response.data
    assert "secret" in caplog.text


def test_a_service_without_graphs_is_not_ready() -> None:
    app = create_app(GraphShelf([]), LIMITS, None, FixedClock())
    response = app.test_client().get("/readyz")
    assert (response.status_code, response.get_json()["type"]) == (503, "http://localhost/problems/not-ready")
