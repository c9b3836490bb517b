"""What letters and notices say."""

import pytest

from app.notifications import letters, sentences
from app.notifications.rules import Kind
from app.text.language import speaking
from tests import make

pytestmark = pytest.mark.any_database

WITHOUT_TITLE = (Kind.INQUIRY_ASKED, Kind.INQUIRY_ANSWERED, Kind.WORD_TAKEN_BACK)
WITH_TITLE = [kind for kind in Kind if kind not in WITHOUT_TITLE]
TITLE_IS_A_NAME = (Kind.PROFILE_SHARED, Kind.BUDDY_WANTED, Kind.BUDDY_ASKED, Kind.BUDDY_ACCEPTED, Kind.BUDDY_DECLINED)
VALUES = {
    "title": "IT-Café",
    "starts_at": "2026-11-24T13:30:00+00:00",
    "expires_at": "2026-11-20T11:00:00+00:00",
    "place": "Rathaus",
    "note": "An diesem Tag ist Wahl.",
}


def written(kind, language="en", **other):
    person = make.person("Ada Ahrens", language=language)
    return letters.write(kind, VALUES | other, "/events/7", person)


def test_a_letter_says_who_what_when_where_and_leads_to_the_page(context):
    letter = written(Kind.BOOKING_CONFIRMED)

    assert letter.subject == "You have a seat: IT-Café"
    assert letter.text.replace("\xa0", " ") == (
        "Good day Ada Ahrens,\n"
        "\n"
        "You have a seat in “IT-Café”.\n"
        "\n"
        "When: Tuesday 24 November 2026, 14:30\n"
        "Where: Rathaus\n"
        "\n"
        "If you cannot come, please cancel here, so that somebody else can take the seat:\n"
        "http://127.0.0.1:8000/events/7\n"
        "\n"
        "--\n"
        "Lotse, a service of Stadt Probe\n"
    )


def test_a_letter_that_says_no_names_the_date_and_the_reason(context):
    text = written(Kind.BOOKING_DECLINED, "de").text.replace("\xa0", " ")

    assert "Wann: Dienstag, 24. November 2026, 14:30 Uhr\nWo: Rathaus\n" in text
    assert "Begründung: An diesem Tag ist Wahl." in text


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind.value.startswith(("booking", "seat", "date"))])
@pytest.mark.parametrize("at_once", [True, None])
def test_before_and_after_the_date_a_line_is_empty(context, kind, at_once):
    lines = written(kind, at_once=at_once).text.split("\n")

    for number, line in enumerate(lines):
        assert not line.startswith("When:") or lines[number - 1] == ""


def test_a_letter_says_the_end_where_it_is_known(context):
    letter = written(Kind.BOOKING_CONFIRMED, "de", ends_at="2026-11-24T15:00:00+00:00")

    assert "Wann: Dienstag, 24. November 2026, 14:30 bis 16:00 Uhr" in letter.text.replace("\xa0", " ")


@pytest.mark.parametrize("kind", Kind)
def test_a_german_letter_goes_on_in_lower_case_after_the_salutation(context, kind):
    salutation, _, first, *_ = written(kind, "de").text.splitlines()

    assert salutation == "Guten Tag Ada Ahrens,"
    assert first[0].islower() or first.startswith(("Sie ", "Ihr ", "Ihre "))


def test_an_offer_says_until_when_the_seat_is_held(context):
    letter = written(Kind.SEAT_OFFERED)

    assert "We hold it until 20 Nov 2026, 12:00." in letter.text


def test_a_decline_tells_the_reason_given_where_there_is_one(context):
    assert "The reason given: An diesem Tag ist Wahl." in written(Kind.BOOKING_DECLINED).text
    assert "The reason given" not in written(Kind.BOOKING_DECLINED, note=None).text


@pytest.mark.parametrize("kind", WITH_TITLE)
@pytest.mark.parametrize("language", ["de", "en"])
def test_every_kind_can_be_written_from_a_title_alone(context, kind, language):
    person = make.person(language=language)

    letter = letters.write(kind, {"title": "Konferenz"}, "/events/1", person)

    assert "Konferenz" in (letter.text if kind in TITLE_IS_A_NAME else letter.subject)
    assert person.given_name not in letter.subject
    assert "http://127.0.0.1:8000/events/1" in letter.text
    assert "None" not in letter.text


@pytest.mark.parametrize("kind", WITHOUT_TITLE)
@pytest.mark.parametrize("language", ["de", "en"])
def test_what_is_about_people_names_nobody_and_leads_to_its_page(context, kind, language):
    person = make.person(language=language)

    letter = letters.write(kind, {"expires_at": "2026-12-09T22:59:00+00:00"}, "/competences/inquiries/1", person)

    assert person.given_name not in letter.subject
    assert "http://127.0.0.1:8000/competences/inquiries/1" in letter.text
    assert "None" not in letter.text


@pytest.mark.parametrize("kind", TITLE_IS_A_NAME)
@pytest.mark.parametrize("language", ["de", "en"])
def test_no_subject_names_a_person(context, kind, language):
    letter = letters.write(kind, {"title": "Nele Neu"}, "/buddies", make.person(language=language))

    assert "Nele Neu" not in letter.subject
    assert "Nele Neu" in letter.text


@pytest.mark.parametrize("kind", sentences.NAMED)
def test_a_notice_says_who_it_is_about_and_says_something_where_it_does_not_know(context, kind):
    with speaking("en"):
        named = sentences.sentence(kind, VALUES | {"who": "Nele Neu"})
        unnamed = sentences.sentence(kind, VALUES)

    assert "Nele Neu" in named
    assert "Nele Neu" not in unnamed
    assert ("IT-Café" in named, "IT-Café" in unnamed) == ((kind in WITH_TITLE),) * 2


@pytest.mark.parametrize("kind", WITH_TITLE)
def test_every_kind_has_a_sentence(context, kind):
    with speaking("en"):
        sentence = sentences.sentence(kind, VALUES)

    assert "IT-Café" in sentence
    assert "%" not in sentence


@pytest.mark.parametrize(
    "evil", ["Café\r\nBcc: eve@evil.example", "Café\nBcc: eve@evil.example", "Café\x00\u2028\x85x"]
)
def test_a_title_cannot_add_a_header_or_a_line(context, evil):
    letter = written(Kind.BOOKING_CONFIRMED, title=evil)

    assert letter.subject.isprintable()
    assert letter.subject.startswith("You have a seat: Café")
    assert "\nBcc:" not in letter.text


def test_a_template_in_a_title_stays_text(context):
    letter = written(Kind.BOOKING_CONFIRMED, title="{{ 7*7 }} %(name)s %s")

    assert letter.subject == "You have a seat: {{ 7*7 }} %(name)s %s"
