from __future__ import annotations

from roadmap.adapters.graph_shelf import GraphShelf, load_graphs
from roadmap.services.role_portraits import RolePortrait, role_portraits
from tests.building.documents import document, level, role, skill
from tests.building.plans import planner
from tests.building.web import CAREERS


def _portraits() -> dict[str, RolePortrait]:
    return {portrait.role.id: portrait for portrait in role_portraits(load_graphs([CAREERS]))}


def test_the_hours_by_track_add_up_to_those_of_the_role() -> None:
    for portrait in _portraits().values():
        assert sum(share.hours for share in portrait.tracks) == portrait.role.hours
        assert abs(sum(share.share for share in portrait.tracks) - 1) < 1e-9
        assert all(share.hours > 0 for share in portrait.tracks)


def test_roles_are_told_apart_by_the_track_they_have_most_and_least_of() -> None:
    portraits = _portraits()
    assert portraits["ml-engineer"].more is not None
    for portrait in portraits.values():
        for share in portrait.tracks:
            if portrait.more and share.track == portrait.more.track:
                mean = sum(_share(one, share.track) for one in portraits.values()) / len(portraits)
                assert share.share - mean >= 0.05


def _share(portrait: RolePortrait, track: str) -> float:
    return next((share.share for share in portrait.tracks if share.track == track), 0)


def test_skills_are_counted_once_whatever_their_levels() -> None:
    made = document([{**skill("a"), **level(1)}, skill("b")], [role("both", "a@1", "b@1")])
    (portrait,) = role_portraits(GraphShelf([planner(made)]))
    assert portrait.skills == 2


def test_a_single_role_is_not_set_apart_from_others() -> None:
    (portrait,) = role_portraits(GraphShelf([planner(document([skill("a")], [role("one", "a@1")]))]))
    assert (portrait.more, portrait.less) == (None, None)


def test_a_graph_without_roles_has_no_portraits() -> None:
    assert role_portraits(GraphShelf([planner(document([skill("a")]))])) == ()
