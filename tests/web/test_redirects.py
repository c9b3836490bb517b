"""Only our own pages may be the next page (R52)."""

import pytest

from app.web.redirects import own_path

ATTACKS = [
    "",
    "https://evil.example",
    "http://evil.example/courses",
    "HTTPS://EVIL.EXAMPLE",
    "https:evil.example",
    "https:/evil.example",
    "https:///evil.example",
    "ftp://evil.example",
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "data:text/html,x",
    "vbscript:x",
    "mailto:x@evil.example",
    "//evil.example",
    "///evil.example",
    "////evil.example",
    "//evil.example/courses",
    "//[::1",
    "//[",
    "//evil℀.example",
    "//user@evil.example",
    "/\\evil.example",
    "\\/evil.example",
    "\\\\evil.example",
    "/\\/evil.example",
    "/\\\\evil.example",
    "/courses\\..\\evil",
    "/%5Cevil.example",
    "/%5cevil.example",
    "/%255Cevil.example",
    "/%2Fevil.example",
    "/%2f%2fevil.example",
    "/%252Fevil.example",
    "/%25252Fevil.example",
    "/%2525252Fevil.example",
    "/.//evil.example",
    "/..//evil.example",
    "/../evil.example",
    "/courses/../../evil",
    "/courses/./x",
    "/courses/..",
    "/%2e%2e/evil",
    "/%2E%2E%2Fevil",
    "/.%2e/evil",
    "/courses//x",
    "/@evil.example",
    "/user@evil.example/x",
    "/%40evil.example",
    "/\t/evil.example",
    "/\n/evil.example",
    "/\r\nSet-Cookie: x=1",
    "/%0d%0aSet-Cookie:x=1",
    "/%00",
    "/\x00",
    " /evil",
    "\t//evil.example",
    "/ /evil.example",
    "/\u2028evil",
    "/\u0085evil",
    "/x?a=\r\n",
    "/x#\n",
    "/x?a=\\",
    "evil.example",
    "courses",
    "./courses",
    "../courses",
    "?next=/x",
    "#x",
    "/／evil.example",
    "/＼evil.example",
    "/․․/evil",
    "／/evil.example",
    "/" + "x" * 2000,
    "/%25%32%66evil.example",
    "/%c0%af/../evil",
    "@evil.example",
    ":80/x",
    "/%5c%5cevil.example",
    "/%2e/%2fevil",
]
OWN = [
    "/",
    "/courses",
    "/courses?format=seminar&topic=data",
    "/courses?q=Prüfung%20und%20mehr",
    "/courses/übersicht",
    "/courses/%C3%BCbersicht",
    "/sessions/7#termine",
    "/courses?next=//kein.ziel",
    "/courses?q=ada@stadt.example",
    "/courses?q=a/../b",
    "/courses?q=%2f%2f",
    "/bookings/31",
    "/datei.v2/a..b",
    "/a-b_c~d",
    "/100%25",
]


@pytest.mark.parametrize("target", ATTACKS, ids=ascii)
def test_another_site_or_a_trick_is_no_own_path(target):
    assert own_path(target) is None


@pytest.mark.parametrize("target", OWN, ids=ascii)
def test_a_page_of_ours_is_an_own_path(target):
    assert own_path(target) == target


def test_there_are_enough_attacks():
    assert len(set(ATTACKS)) >= 60


def test_nothing_is_no_own_path():
    assert own_path(None) is None
