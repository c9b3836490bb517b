"""What a calendar reads is the date that was meant, whatever stands in its words, over both changes of clock."""

import datetime as dt
from zoneinfo import ZoneInfo

import icalendar
import pytest
from dateutil.rrule import rrulestr
from hypothesis import given
from hypothesis import strategies as st

from app.text.calendar import Again, Entry, Mailbox, Method, invitation, published

BERLIN = ZoneInfo("Europe/Berlin")
STAMP = dt.datetime(2026, 11, 1, tzinfo=dt.UTC)
SENDER, GUEST = Mailbox("Stadt Probe", "lotse@stadt.example"), Mailbox("Ada Probe", "ada@stadt.example")
NASTY = ["\r\nATTENDEE:mailto:x@evil.example", "a;b,c\\n", "\u2028", "“Ä” 😀", 'x"y', ":" * 300]


def at(text):
    return dt.datetime.fromisoformat(text).replace(tzinfo=dt.UTC)


def entry(**other):
    spans = [(at("2027-03-26T08:00"), at("2027-03-26T11:00"))]
    usual = {"uid": "session-1@stadt.example", "title": "Moderieren", "stamped_at": STAMP, "spans": spans}
    return Entry(**usual | other)


def unfolded(event):
    return event.to_ical().decode().replace("\r\n ", "")


def events(text):
    return list(icalendar.Calendar.from_ical(text).walk("VEVENT"))


def test_an_invitation_names_its_method_uid_and_sequence_and_asks_nobody_to_answer():
    text = invitation(Method.REQUEST, entry(sequence=3, place="Saal 1"), sender=SENDER, guest=GUEST)

    [event] = events(text)
    assert icalendar.Calendar.from_ical(text)["METHOD"] == "REQUEST"
    assert (event["UID"], event["SEQUENCE"], event["LOCATION"]) == ("session-1@stadt.example", 3, "Saal 1")
    assert event["ORGANIZER"] == "mailto:lotse@stadt.example"
    assert event["ATTENDEE"] == "mailto:ada@stadt.example"
    assert (event["ATTENDEE"].params["RSVP"], event["ATTENDEE"].params["PARTSTAT"]) == ("FALSE", "ACCEPTED")
    assert event["STATUS"] == "CONFIRMED"


def test_a_cancellation_has_the_same_uid():
    text = invitation(Method.CANCEL, entry(sequence=4), sender=SENDER, guest=GUEST)

    [event] = events(text)
    assert icalendar.Calendar.from_ical(text)["METHOD"] == "CANCEL"
    assert (event["UID"], event["SEQUENCE"], event["STATUS"]) == ("session-1@stadt.example", 4, "CANCELLED")


def test_what_is_published_invites_nobody():
    [event] = events(published("Meine Termine", [entry()]))

    assert "ATTENDEE" not in event
    assert "ORGANIZER" not in event


@pytest.mark.parametrize(
    ("start", "wall"),
    [
        ("2027-03-27T08:00", "20270327T090000"),
        ("2027-03-28T07:00", "20270328T090000"),
        ("2027-10-30T07:00", "20271030T090000"),
        ("2027-10-31T08:00", "20271031T090000"),
    ],
)
def test_nine_o_clock_stays_nine_o_clock_around_the_changes_of_clock(start, wall):
    text = published("x", [entry(spans=[(at(start), at(start) + dt.timedelta(hours=1))])]).decode()

    assert f"DTSTART;TZID=Europe/Berlin:{wall}" in text


def test_several_meetings_are_one_date_and_one_of_another_length_says_so():
    spans = [
        (at("2027-04-09T07:00"), at("2027-04-09T10:00")),
        (at("2027-03-26T08:00"), at("2027-03-26T11:00")),
        (at("2027-04-02T07:00"), at("2027-04-02T09:00")),
    ]

    first, other = events(published("x", [entry(spans=spans)]))

    assert first["UID"] == other["UID"]
    assert "RDATE;TZID=Europe/Berlin:20270326T090000,20270402T090000,20270409T090000" in unfolded(first)
    assert other.to_ical().decode().count("20270402T090000") == 2
    assert "DTEND;TZID=Europe/Berlin:20270402T110000" in other.to_ical().decode()


def test_a_whole_day_blocks_no_time():
    [event] = events(published("x", [entry(spans=(), day=dt.date(2027, 4, 1))]))

    assert (event["DTSTART"].dt, event["TRANSP"]) == (dt.date(2027, 4, 1), "TRANSPARENT")


@pytest.mark.parametrize("words", NASTY)
def test_words_never_become_lines_of_their_own(words):
    plain = invitation(Method.REQUEST, entry(place="x"), sender=SENDER, guest=GUEST)
    text = invitation(
        Method.REQUEST, entry(title=words, place=words), sender=SENDER, guest=Mailbox(words, "ada@stadt.example")
    )

    [event], [usual] = events(text), events(plain)
    assert sorted(event) == sorted(usual)
    assert event["ATTENDEE"] == "mailto:ada@stadt.example"
    assert all(len(line) <= 75 for line in text.split(b"\r\n"))


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=80))
def test_a_title_is_read_as_it_was_written_but_for_control_characters(title):
    [event] = events(published("x", [entry(title=title)]))

    def plain(text):
        return "".join(char for char in text if char.isprintable() and not char.isspace())

    assert plain(str(event["SUMMARY"])) == plain(title)


def series(**other):
    """Sundays at two o'clock over both changes of clock; the second is left out, the third is an hour later."""
    first = dt.datetime(2027, 3, 21, 14, tzinfo=BERLIN)
    days = [first + dt.timedelta(weeks=number) for number in range(33)]
    later = days[2] + dt.timedelta(hours=1)
    changed = entry(spans=[(later, later + dt.timedelta(hours=1))], title="Später", sequence=2)
    again = Again("FREQ=WEEKLY;COUNT=33;INTERVAL=1;BYDAY=SU;WKST=MO", [days[1]], [(days[2], changed)])
    return entry(spans=[(first, first + dt.timedelta(hours=1))], again=again, **other)


def test_a_series_is_a_rule_with_what_it_leaves_out_and_what_is_otherwise():
    master, other = events(published("x", [series()]))

    assert unfolded(master).splitlines().count("DTSTART;TZID=Europe/Berlin:20270321T140000") == 1
    assert "RRULE:FREQ=WEEKLY;COUNT=33;INTERVAL=1;BYDAY=SU;WKST=MO" in unfolded(master)
    assert "EXDATE;TZID=Europe/Berlin:20270328T140000" in unfolded(master)
    assert "RECURRENCE-ID;TZID=Europe/Berlin:20270404T140000" in unfolded(other)
    assert "DTSTART;TZID=Europe/Berlin:20270404T150000" in unfolded(other)
    assert (other["UID"], str(other["SUMMARY"]), other["SEQUENCE"]) == (master["UID"], "Später", 2)


def test_whoever_unrolls_it_finds_two_o_clock_on_both_sides_of_both_changes_of_clock():
    found = recurring(published("x", [series()]))

    assert len(found) == 32
    assert {(start.hour, start.minute) for start in found} == {(14, 0), (15, 0)}
    assert [start.day for start in found if start.hour == 15] == [4]
    assert {start.utcoffset() for start in found} == {dt.timedelta(hours=1), dt.timedelta(hours=2)}
    assert max(found).date() == dt.date(2027, 10, 31)


def recurring(text):
    """Every time of the only series, as dateutil unrolls its rule; what is otherwise replaces its day."""
    master, *others = events(text)
    start = master["DTSTART"].dt.replace(tzinfo=None)
    days = set(rrulestr(master["RRULE"].to_ical().decode(), dtstart=start))
    days -= {one.dt.replace(tzinfo=None) for one in master["EXDATE"].dts}
    days -= {one["RECURRENCE-ID"].dt.replace(tzinfo=None) for one in others}
    return sorted([one.replace(tzinfo=BERLIN) for one in days] + [one["DTSTART"].dt for one in others])


def test_a_block_of_whole_days_ends_with_its_last_day():
    [event] = events(published("x", [entry(spans=(), day=dt.date(2027, 3, 29), until=dt.date(2027, 4, 2))]))

    assert (event["DTSTART"].dt, event["DTEND"].dt) == (dt.date(2027, 3, 29), dt.date(2027, 4, 3))
    assert event["TRANSP"] == "TRANSPARENT"


def test_a_cancelled_date_says_so_where_nobody_is_invited():
    [event] = events(published("x", [entry(is_cancelled=True)]))

    assert event["STATUS"] == "CANCELLED"
