"""The types of problems, in the words of their pages under /problems."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

Said = dict[str, Any]
"""The members of a problem that depend on the case: `detail`, and others by type."""


@dataclass(frozen=True, slots=True)
class ProblemType:
    """A type of problem. `means`, `comes` and `mend` are for its page: what it means, when it comes, how to mend
    it; `said` is an example of what depends on the case."""

    name: str
    status: int
    title: str
    means: str
    comes: str
    mend: str
    said: Mapping[str, Any] = field(hash=False)

    def example(self, address: str) -> Said:
        """The problem as it is sent, with the example's words and the address of its page."""
        return {"type": address, "title": self.title, "status": self.status, **self.said}


MALFORMED = ProblemType(
    "malformed-request",
    400,
    "The request cannot be read",
    "The body is not JSON as RFC 8259 has it, or the query is not one that can be read in one way only.",
    "For a body that is empty, not UTF-8, begins with a byte order mark, is nested too deep, gives a name twice, is "
    "not an object, or holds NaN, Infinity, lone surrogates or numbers out of range. For a query with a parameter "
    "given twice that is no list, a % without two hexadecimal digits, or bytes that are not UTF-8.",
    "Write the body with a JSON library, and the query with one for URLs. Lists in a query are one parameter, joined "
    "by commas.",
    {"detail": "The body is not JSON: unexpected end of data (line 1)."},
)
INVALID = ProblemType(
    "invalid-request",
    400,
    "The request does not match the contract",
    "It can be read, but has members or parameters that the contract does not know, or values that it does not allow.",
    "For unknown members and parameters, values of another type (a number written as a string is a string), values out "
    "of bounds, and members that are right alone and wrong together, such as a deadline without a start date.",
    "Each entry of `errors` names the place and what belongs there. The reference lists all members.",
    {
        "detail": "/hours_per_week: Must be a number.",
        "errors": [{"pointer": "/hours_per_week", "detail": "Must be a number."}],
    },
)
NOT_FOUND = ProblemType(
    "not-found",
    404,
    "There is nothing at this address",
    "The path is not one of the service's, or names a graph, skill or role that does not exist.",
    "When a path is mistyped, or an id in it is not one of the graph's.",
    "`suggestions`, where there are any, are ids that look like the one given. The lists at `/v1/graphs`, `/v1/skills` "
    "and `/v1/roles` have all of them.",
    {
        "detail": "There is no role 'ml-enginer'. Did you mean ml-engineer?",
        "errors": [
            {"detail": "There is no role 'ml-enginer'. Did you mean ml-engineer?", "suggestions": ["ml-engineer"]}
        ],
    },
)
METHOD = ProblemType(
    "method-not-allowed",
    405,
    "The address does not take this method",
    "There is something at the address, but not for this HTTP method.",
    "When, for instance, a list is asked for by POST.",
    "Use one of the methods in the `Allow` header of the answer.",
    {"detail": "DELETE is not allowed here; GET, HEAD, OPTIONS are."},
)
NOT_ACCEPTABLE = ProblemType(
    "not-acceptable",
    406,
    "None of the formats is accepted",
    "The `Accept` header leaves out everything that the answer could be written in.",
    "When `Accept` names only other media types, or gives the ones there are a quality of 0.",
    "Accept one of the media types in `available`, or `*/*`; for a plan, `format` in the query wins over `Accept`.",
    {"detail": "Available as application/json.", "available": ["application/json"]},
)
TOO_LARGE = ProblemType(
    "content-too-large",
    413,
    "The body is too large",
    "The body has more bytes than the service reads.",
    "When the body, or one line of a file of requests, is longer than `limit`.",
    "Send less. A plan needs no more than a few kilobytes; name skills rather than each of their units.",
    {"detail": "The body may have at most 65536 bytes.", "limit": 65536},
)
MEDIA_TYPE = ProblemType(
    "unsupported-media-type",
    415,
    "The body is not JSON",
    "The service reads bodies of one media type: `application/json`, in UTF-8 and not compressed.",
    "When `Content-Type` is missing, names another type or another charset, or there is a `Content-Encoding`.",
    "Send the header `Content-Type: application/json`, and the body as it is.",
    {"detail": "The body must be application/json in UTF-8."},
)
UNKNOWN = ProblemType(
    "unknown-reference",
    422,
    "The request names something that does not exist",
    "The request is well formed, but names a graph, role, skill, unit or track that does not exist.",
    "When an id is mistyped, or a level is asked for that the skill does not have. All such ids are reported at once.",
    "`suggestions`, where there are any, are ids that look like the one given, by their id, name or another name.",
    {
        "detail": "There is no skill 'pyton'. Did you mean python?",
        "errors": [
            {
                "pointer": "/known/0",
                "detail": "There is no skill 'pyton'. Did you mean python?",
                "suggestions": ["python"],
            }
        ],
    },
)
UNREACHABLE = ProblemType(
    "unreachable-targets",
    422,
    "What is avoided leaves no way to the goal",
    "Everything that leads to `targets` passes through something in `avoid`.",
    "When a mandatory prerequisite is avoided, or all options of a choice are.",
    "Take one of the units in `conflict` out of `avoid`: they are a smallest set that rules the targets out together. "
    "There may be a further conflict behind it.",
    {
        "detail": "Nothing reaches ml-engineer while avoiding aws@1 and azure@1 and gcp@1.",
        "errors": [
            {"pointer": "/avoid", "detail": "Leave out one of aws@1, azure@1, gcp@1, and this conflict is settled."}
        ],
        "targets": ["mlops@1"],
        "conflict": ["aws@1", "azure@1", "gcp@1"],
    },
)
ENDLESS = ProblemType(
    "endless-schedule",
    422,
    "The schedule has no end",
    "At the given pace the plan would not finish within the calendar, whose last day is 9999-12-31.",
    "When `hours_per_week` is next to nothing, or `start_date` is very late.",
    "Raise the pace, or leave it out: a plan without `hours_per_week` has no schedule.",
    {
        "detail": "At 0.01 hours a week the plan would finish after the year 9999.",
        "errors": [{"pointer": "/hours_per_week", "detail": "Too slow for the calendar."}],
    },
)
HTTP = ProblemType(
    "http-error",
    400,
    "The request breaks HTTP",
    "The request is not one that an HTTP server can answer.",
    "When the connection breaks within the body, or a header cannot be read.",
    "Send the request again, with an HTTP library.",
    {"detail": "The browser (or proxy) sent a request that this server could not understand."},
)
NOT_OFFERED = ProblemType(
    "format-not-offered",
    501,
    "The format is not offered",
    "The answer cannot be written in the format asked for. That this is 501 and not 400 is what oEmbed 1.0 wants.",
    "When `format` of `/oembed` is neither `json` nor `xml`.",
    "Ask for one of the formats that there are, or for none: JSON is the first.",
    {
        "detail": "There is no format 'yaml'; there are json and xml.",
        "errors": [{"parameter": "format", "detail": "There is no format 'yaml'; there are json and xml."}],
    },
)
NOT_READY = ProblemType(
    "not-ready",
    503,
    "The service is not ready",
    "The service runs, but has no graph to plan on yet.",
    "While it starts.",
    "Ask again in a moment.",
    {"detail": "No graph is loaded."},
)
INTERNAL = ProblemType(
    "internal-error",
    500,
    "Something went wrong here",
    "The service failed. It is not the request's fault, and what happened is in the service's log.",
    "It should not.",
    "Report it to whoever runs the service, with the time and the request.",
    {"detail": "The request could not be answered."},
)

PROBLEM_TYPES = (
    *(MALFORMED, INVALID, NOT_FOUND, METHOD, NOT_ACCEPTABLE, TOO_LARGE, MEDIA_TYPE),
    *(UNKNOWN, UNREACHABLE, ENDLESS, HTTP, INTERNAL, NOT_OFFERED, NOT_READY),
)
BY_NAME = {problem.name: problem for problem in PROBLEM_TYPES}
