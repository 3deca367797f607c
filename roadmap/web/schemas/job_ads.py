"""Job adverts: what is asked about them, and what they say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from marshmallow import ValidationError, post_load, validate, validates_schema

from roadmap.domain.plan import PlanRequest
from roadmap.services.job_ads import JobAd
from roadmap.web.schemas.catalogue import amount, count, text, texts
from roadmap.web.schemas.fields import Amount, Answer, Closed, Flag, Items, Over, Part, Text, Word, parts
from roadmap.web.schemas.plan_requests import LearnerRules, build_request, plan_members
from roadmap.web.schemas.plans import Plan, PlanGraph, PlanRole
from roadmap.web.schemas.vocabulary import IMPORTANCE

LONGEST_AD = 200_000
LONGEST_TITLE = 300
MOST_ADS = 200
USUAL_SHARE = 0.8


def _ad_text(**kwargs: Any) -> Text:
    return Text(
        validate=validate.Length(1, LONGEST_AD, error=f"Must have 1 to {LONGEST_AD} characters."),
        metadata={
            "description": "The advert, as plain text or HTML.",
            "examples": ["Must have: Python, SQL and AWS or Azure. Nice to have: Go."],
        },
        **kwargs,
    )


def _ad_title() -> Text:
    return Text(
        validate=validate.Length(max=LONGEST_TITLE, error=f"Must have at most {LONGEST_TITLE} characters."),
        metadata={"description": "The advert's title, if it has one.", "examples": ["Senior Data Scientist"]},
    )


class JobAdInput(Closed):
    """One of several adverts."""

    title = _ad_title()
    text = _ad_text(required=True)

    @post_load
    def build(self, members: dict[str, Any], **kwargs: Any) -> JobAd:
        """The advert that the members make."""
        del kwargs
        return JobAd(**members)


@dataclass(frozen=True, slots=True)
class JobAdCall:
    """What is asked about adverts: one (`job_ad`) or several (`job_ads`), on which graph, for whom. `request` is None
    where nothing is said of a learner, and so no plan is asked for."""

    graph: str | None
    job_ad: JobAd | None
    job_ads: tuple[JobAd, ...]
    share: float
    request: PlanRequest | None


class JobAdRules(LearnerRules):
    """What holds between the members, and what is made of them."""

    @validates_schema
    def check_ads(self, members: Mapping[str, Any], **kwargs: Any) -> None:
        """ValidationError, by member, for members that are right alone and wrong together."""
        del kwargs
        if ("text" in members) == ("job_ads" in members):
            raise ValidationError("Give the text of one advert, or several job_ads: one of the two.", "text")
        for name, needed in (("title", "text"), ("share", "job_ads")):
            if name in members and needed not in members:
                raise ValidationError(f"Belongs with {needed}.", name)

    @post_load
    def build(self, members: dict[str, Any], **kwargs: Any) -> JobAdCall:
        """The call that the members make."""
        del kwargs
        text, title = members.pop("text", None), members.pop("title", "")
        return JobAdCall(
            graph=members.pop("graph", None),
            job_ad=None if text is None else JobAd(text, title),
            job_ads=tuple(members.pop("job_ads", ())),
            share=members.pop("share", USUAL_SHARE),
            request=build_request(members) if members else None,
        )


_learner = {
    name: member for name, member in plan_members(Flag, Amount, Items).items() if name not in ("role", "targets")
}

JobAdBody = JobAdRules.from_dict(
    {
        "title": _ad_title(),
        "text": _ad_text(),
        "job_ads": Items(
            Part(JobAdInput),
            most=MOST_ADS,
            least=1,
            metadata={
                "description": "Several adverts, in the place of one `text`.",
                "examples": [[{"title": "Data Scientist", "text": "Must have: Python and SQL."}]],
            },
        ),
        "share": Amount(
            validate=Over(0, 1),
            metadata={
                "description": "Which share of `job_ads` the smallest set of skills is to meet; "
                f"{USUAL_SHARE} if left out.",
                "exclusiveMinimum": 0,
                "maximum": 1,
                "examples": [USUAL_SHARE],
            },
        ),
        **_learner,
    },
    name="JobAdRequest",
)


class NamedSkill(Answer):
    """A skill by id and name."""

    id = text("The skill's id.")
    name = text("The skill's name.")


class Evidence(Answer):
    """A stretch of the advert as given, markup included. Places count characters: Unicode code points, not bytes."""

    start = count("The place of its first character, from 0.")
    end = count("The place behind its last character.")
    text = text("The stretch itself.")


class AskedSkill(Answer):
    """A skill that the advert asks for."""

    skill = text("The skill's id.")
    name = text("The skill's name.")
    unit = text("The skill at the level asked for.")
    level = count("The level asked for.", least=1)
    level_stated = Flag(
        required=True,
        metadata={
            "description": "Whether the advert's words set the level; otherwise it is 2, or 1 for optional skills, as "
            "far as the skill has it."
        },
    )
    importance = Word(IMPORTANCE, required=True)
    evidence = parts(Evidence, required=True)


class AskedChoice(Answer):
    """Skills of which the advert asks for one."""

    any_of = texts("The ids of the skills.")


class DescribedRole(Answer):
    """How well a role fits the advert."""

    role = Part(PlanRole, required=True)
    confidence = Amount(
        required=True,
        validate=validate.Range(0, 1),
        metadata={"description": "How sure it is that the advert describes this role; all roles together have 1."},
    )
    supporting = texts("Skills of the advert that speak for the role, the most telling first.")
    opposing = texts("Skills of the advert that the role has no use for, the most telling first.")


class UnknownTerm(Answer):
    """What looks like a technology and is not in the graph."""

    term = text("The term as first written.")
    evidence = parts(Evidence, required=True)


class TitleMismatch(Answer):
    """A text that describes another role than its title names, clearly better."""

    described_role = Part(PlanRole, required=True)
    sentence = text("What differs, in a sentence.")


def _reading() -> dict[str, Any]:
    """The members that tell what one advert says."""
    return {
        "title_role": Part(PlanRole, allow_none=True, metadata={"description": "The role that the title names."}),
        "title_mismatch": Part(
            TitleMismatch, allow_none=True, metadata={"description": "Null where title and text agree."}
        ),
        "skills": parts(AskedSkill, metadata={"description": "The skills asked for, in the order of the advert."}),
        "choices": parts(AskedChoice, metadata={"description": "Which of the skills are alternatives."}),
        "roles": parts(DescribedRole, metadata={"description": "The roles by how well they fit, the best first."}),
        "unknown_terms": parts(UnknownTerm, metadata={"description": "What authors of graphs may be missing."}),
    }


JobAdReading = Answer.from_dict(_reading(), name="JobAdReading")


class SkillDemand(Answer):
    """How often a skill is asked for."""

    skill = text("The skill's id.")
    name = text("The skill's name.")
    essential = count("How many adverts ask for it as essential.")
    optional = count("How many adverts say that it would be nice.")
    share = Amount(
        required=True,
        validate=validate.Range(0, 1),
        metadata={"description": "The share of the adverts that ask for it either way."},
    )


class SmallestSet(Answer):
    """The fewest skills, on top of those known, that meet a share of the adverts: all that each of these asks for as
    essential, one skill of each choice."""

    share = Amount(
        required=True, validate=validate.Range(0, 1), metadata={"description": "The share of the adverts to be met."}
    )
    job_ads_needed = count("The number of adverts that makes.")
    job_ads_met = count("How many adverts the set meets.")
    skills = parts(NamedSkill, required=True)
    hours = amount("The hours of all levels of these skills, without what they build on.")
    exact = Flag(
        required=True,
        metadata={"description": "Whether no smaller set does; false where the search was cut short."},
    )


class Survey(Answer):
    """What several adverts ask for together."""

    job_ads = count("How many adverts.")
    skills = parts(SkillDemand, required=True)
    smallest_set = Part(SmallestSet, required=True)


JobAdAnswer = Answer.from_dict(
    {
        "graph": Part(PlanGraph, required=True),
        **_reading(),
        "plan": Part(
            Plan,
            allow_none=True,
            metadata={
                "description": "The plan that leads to the advert, where the request says something of the learner; "
                "null where the advert asks for nothing that the graph has."
            },
        ),
        "job_ads": parts(JobAdReading, metadata={"description": "Each of several adverts, in the order given."}),
        "survey": Part(Survey),
    },
    name="JobAdAnswer",
)
