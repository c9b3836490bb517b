"""A page of a long list."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar
from urllib.parse import quote, urlencode

from flask import request
from sqlalchemy import Select, func, select

from app.db import db

PER_PAGE = 20
LAST_PAGE = 10_000

T = TypeVar("T")


@dataclass(frozen=True)
class Page(Generic[T]):
    """Some rows of a list, and where in the list they lie."""

    rows: Sequence[T]
    number: int
    total: int
    per_page: int = PER_PAGE

    @property
    def last(self) -> int:
        """The number of the last page; an empty list has one page."""
        return max(1, -(-self.total // self.per_page))

    @property
    def first_row(self) -> int:
        """The position of the page's first row, counted from 1."""
        return (self.number - 1) * self.per_page + 1

    def url(self, number: int) -> str:
        """The address of another page of the same list, with the same filters."""
        kept = [(name, value) for name, value in request.args.items(multi=True) if name != "page"]
        return f"{quote(request.path)}?{urlencode([*kept, ('page', number)])}"


def requested_page() -> int:
    """The page number in the address, or 1 where it is missing or senseless."""
    return min(max(request.args.get("page", 1, type=int), 1), LAST_PAGE)


def page(query: Select[Any], *, scalars: bool = True, per_page: int = PER_PAGE) -> Page[Any]:
    """The page of the query that the address asks for; two statements, however long the list."""
    number = requested_page()
    total = db.session.scalar(select(func.count()).select_from(query.order_by(None).subquery())) or 0
    number = min(number, max(1, -(-total // per_page)))
    found = db.session.execute(query.limit(per_page).offset((number - 1) * per_page))
    return Page(found.scalars().unique().all() if scalars else found.all(), number, total, per_page)


def page_of(rows: Sequence[T], *, per_page: int = PER_PAGE) -> Page[T]:
    """The page that the address asks for of rows that are at hand already."""
    number = min(requested_page(), max(1, -(-len(rows) // per_page)))
    return Page(rows[(number - 1) * per_page : number * per_page], number, len(rows), per_page)
