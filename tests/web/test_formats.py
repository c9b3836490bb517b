"""Dates, numbers and places, as pages write them."""

import datetime as dt

from flask import render_template_string

from app.web.formats import long_day, number, unbroken

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


def test_several_days_stand_below_each_other_and_one_stands_in_the_sentence(app):
    app.jinja_env.filters["meetings"], kept = lambda days: list(days), app.jinja_env.filters["meetings"]
    try:
        with app.test_request_context():
            one = render_template_string(SEVERAL, it=["Monday"])
            two = render_template_string(SEVERAL, it=["Monday", "Tuesday"])
    finally:
        app.jinja_env.filters["meetings"] = kept
    assert one == "A &amp; B, Monday, Saal (1.\xa0Obergeschoss)"
    assert two == "A &amp; B<br>Monday<br>Tuesday<br>Saal (1.\xa0Obergeschoss)"
