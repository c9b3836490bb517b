"""Pages of a long list, and their addresses."""

import pytest
from sqlalchemy import select

from app.people.models import JobFamily
from app.web.paging import PER_PAGE, Page, page
from tests import make


@pytest.fixture
def families(app):
    """A maker of many rows, and a page of them."""

    def page_of(number: object, rows: int = PER_PAGE * 2 + 1) -> Page:
        with app.test_request_context(query_string={"page": number}):
            for _ in range(rows):
                make.family()
            return page(select(JobFamily).order_by(JobFamily.id))

    return page_of


@pytest.mark.parametrize(
    ("asked", "shown"), [("1", 1), ("2", 2), ("3", 3), ("4", 3), ("abc", 1), ("-1", 1), ("0", 1), (10**30, 3), ("", 1)]
)
def test_a_page_lies_within_the_list(families, asked, shown):
    found = families(asked)

    assert (found.number, found.last, found.total) == (shown, 3, PER_PAGE * 2 + 1)


def test_the_last_page_holds_the_rest(families):
    found = families(3)

    assert (len(found.rows), found.first_row) == (1, PER_PAGE * 2 + 1)


def test_an_empty_list_has_one_page(families):
    found = families(1, rows=0)

    assert (found.number, found.last, list(found.rows)) == (1, 1, [])


def test_the_address_of_another_page_keeps_the_filters(app):
    with app.test_request_context("/courses?topic=data&topic=law&q=Prüfung&page=2"):
        assert Page([], 2, 100).url(3) == "/courses?topic=data&topic=law&q=Pr%C3%BCfung&page=3"


@pytest.mark.parametrize(
    "trick",
    [
        "_external=1&_scheme=javascript",
        "_scheme=https",
        "endpoint=auth.sign_out",
        "_anchor=x&_method=POST",
        "slug=anderer",
        "page=1&page=javascript:x",
        "x=%22%3E%3Cscript%3E",
    ],
)
def test_an_address_can_not_be_bent_by_what_stands_in_it(app, trick):
    with app.test_request_context(f"/courses/daten?{trick}"):
        address = Page([], 1, 100).url(2)

    assert address.startswith("/courses/daten?")
    assert address.endswith("page=2")
    assert not set("<>\"' ") & set(address)
