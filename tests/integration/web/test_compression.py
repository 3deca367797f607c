from __future__ import annotations

import gzip
import sys
from collections.abc import Callable

import brotli
import pytest
from flask.testing import FlaskClient

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

PLAN = "/v1/plans?role=ml-engineer"
READERS: dict[str, Callable[[bytes], bytes]] = {
    "br": brotli.decompress,
    "gzip": gzip.decompress,
    "zstd": zstd.decompress,
}
FORMATS = ("svg", "graphml", "ical")
TEXTS = [PLAN, *(f"{PLAN}&format={name}" for name in FORMATS), "/docs", "/openapi.json"]


def accepting(client: FlaskClient, path: str, codings: str, **headers: str):
    return client.get(path, headers={"Accept-Encoding": codings, **headers})


@pytest.mark.parametrize("path", TEXTS)
@pytest.mark.parametrize("coding", READERS)
def test_what_is_compressed_is_the_same(client: FlaskClient, path: str, coding: str) -> None:
    plain, packed = client.get(path), accepting(client, path, coding)
    assert packed.headers["Content-Encoding"] == coding
    assert int(packed.headers["Content-Length"]) == len(packed.data) < len(plain.data)
    assert READERS[coding](packed.data) == plain.data


@pytest.mark.parametrize(
    ("accepted", "coding"),
    [
        ("gzip, deflate, br, zstd", "zstd"),
        ("gzip, deflate, br", "br"),
        ("gzip, deflate", "gzip"),
        ("*", "zstd"),
        ("zstd;q=0.1, gzip", "gzip"),
        ("br;q=0, *;q=0.5", "zstd"),
        ("gzip;q=0", None),
        ("identity", None),
        ("identity, gzip;q=0.5", None),
        ("deflate", None),
        ("", None),
        (";;q=x,,", None),
    ],
)
def test_the_coding_that_is_liked_best(client: FlaskClient, accepted: str, coding: str | None) -> None:
    assert accepting(client, PLAN, accepted).headers.get("Content-Encoding") == coding


@pytest.mark.parametrize("path", ["/healthz", f"{PLAN}&format=png", "/v1/roles/nobody"])
def test_what_is_small_or_compressed_already_is_left_alone(client: FlaskClient, path: str) -> None:
    response = accepting(client, path, "gzip, br, zstd")
    assert "Content-Encoding" not in response.headers
    assert response.vary.as_set() >= {"accept-encoding"}


@pytest.mark.parametrize("path", TEXTS)
def test_each_coding_has_an_etag_of_its_own(client: FlaskClient, path: str) -> None:
    etags = {coding: accepting(client, path, coding).headers["ETag"] for coding in ("identity", *READERS)}
    assert len(set(etags.values())) == 4
    for coding, etag in etags.items():
        for other in etags:
            again = accepting(client, path, other, **{"If-None-Match": etag})
            assert again.status_code == (304 if other == coding else 200)
            if other == coding:
                assert (again.data, again.headers["ETag"]) == (b"", etag)


@pytest.mark.parametrize("path", TEXTS)
def test_head_has_the_headers_of_the_compressed_answer(client: FlaskClient, path: str) -> None:
    got = accepting(client, path, "gzip")
    head = client.head(path, headers={"Accept-Encoding": "gzip"})
    assert (head.data, head.headers) == (b"", got.headers)


def test_plans_by_post_are_compressed_too(client: FlaskClient) -> None:
    response = client.post("/v1/plans", json={"role": "ml-engineer"}, headers={"Accept-Encoding": "gzip"})
    assert b'"steps":' in gzip.decompress(response.data)
