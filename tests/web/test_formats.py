"""Dates, numbers and places, as pages write them."""

import datetime as dt
from types import SimpleNamespace

from flask import render_template_string

from app import clock
from app.bookings.models import Span
from app.web.formats import long_day, number, span, unbroken

MONDAY, DAY = dt.date(2027, 3, 1), dt.timedelta(days=1)
SEVERAL = """{% from "bookings/_when.html" import at %}{{ at(it, "A & B", "Saal (1. Obergeschoss)") }}"""


def test_a_line_never_ends_after_an_ordinal():
    assert unbroken("Saal 2 (1. Obergeschoss)") == "Saal 2 (1.\xa0Obergeschoss)"
    assert unbroken("Raum 214. Bitte klingeln, Tor 3.") == "Raum 214. Bitte klingeln, Tor 3."


def test_a_day_keeps_its_month_and_year(app):
    with app.test_request_context(headers={"Accept-Language": "de"}):
        assert long_day(dt.date(2026, 12, 8)) == "Dienstag, 8.\xa0Dezember\xa02026"


def test_a_number_has_at_least_the_decimals_asked_for(app):
    with app.test_request_context(headers={"Accept-Language": "de"}):
        assert [number(3, 1, 1), number(2.66, 1, 1), number(3, 1)] == ["3,0", "2,7", "3"]


def test_title_days_and_place_stand_below_each_other(app):
    first = Span(starts_at=clock.at(MONDAY, dt.time(9)), ends_at=clock.at(MONDAY, dt.time(12)))
    second = Span(starts_at=first.starts_at + DAY, ends_at=first.ends_at + DAY)
    with app.test_request_context(headers={"Accept-Language": "en"}):
        one, two = (
            render_template_string(
                SEVERAL, it=SimpleNamespace(starts_at=days[0].starts_at, ends_at=days[-1].ends_at, spans=days)
            )
            for days in ([first], [first, second])
        )
        lines = [span(day.starts_at, day.ends_at) for day in (first, second)]

    assert one == f"A &amp; B<br>{lines[0]}<br>Saal (1.\xa0Obergeschoss)"
    assert two == f"A &amp; B<br>{lines[0]}<br>{lines[1]}<br>Saal (1.\xa0Obergeschoss)"
