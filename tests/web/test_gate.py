"""What no request may be; other sites are tested with every change in tests/security."""

import pytest
from flask import request

TYPES = {"urlencoded": "application/x-www-form-urlencoded", "multipart": "multipart/form-data"}
ODD_NUMBERS = ["abc", "-1", "0", "", str(10**30), "9" * 5000, "1e9", "٣", "1.5", "\x00"]


@pytest.mark.parametrize("path", ["/courses?q=%00", "/courses?%00=x", "/courses/%00", "/pages/a%00b", "/assets/x/%00"])
def test_a_null_character_in_an_address_is_refused(client, cast, path):
    assert client.sign_in(cast.ada).get(path).status_code == 400


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Ein\x00 Tag", "Ein Tag"),
        ("\x01Ein\x08 Tag\x1f", "Ein Tag"),
        ("Ein\x0bTag", "Ein Tag"),
        ("Ein\x0cTag", "Ein Tag"),
        ("\ufffeEin Tag\uffff", "Ein Tag"),
        ("\x00", ""),
        ("Ein\tTag", "Ein\tTag"),
        ("Ein\x7fTag\x85", "Ein\x7fTag\x85"),
        ("Ä\u202e🦜\ufeff", "Ä\u202e🦜\ufeff"),
        ("Ein\r\nTag", "Ein\r\nTag"),
    ],
)
@pytest.mark.parametrize("data", ["urlencoded", "multipart"])
def test_characters_that_no_text_has_are_left_out_of_a_form_and_the_rest_is_kept(app, typed, kept, data):
    with app.test_request_context("/", method="POST", data={"text": typed}, content_type=TYPES[data]):
        app.preprocess_request()

        assert request.form.to_dict() == {"text": kept}


def test_a_form_with_a_null_character_comes_back_with_all_that_was_typed(client, cast):
    typed = {"title": "Ein\x00 Tag", "note": "Nicht\x0b verlieren", "minutes": "x"}

    page = client.sign_in(cast.ada).post("/plan/own-step", data=typed)

    assert page.status_code == 422
    assert 'value="Ein Tag"' in page.text
    assert "Nicht  verlieren" in page.text


def test_a_name_of_a_field_with_a_null_character_is_the_name_without_it(client):
    answer = client.post("/language", data={"la\x00nguage": "en\x00", "next": "/\x00/evil.example"})

    assert (answer.status_code, answer.location) == (303, "/")
    assert "language=en" in answer.headers["Set-Cookie"]


@pytest.mark.parametrize("number", [10**18, 10**30, 2**63, "9" * 5000])
@pytest.mark.parametrize("path", ["/account/sign-ins/{}/end", "/bookings/{}/cancellation"])
def test_a_number_that_no_row_can_have_is_a_page_that_does_not_exist(client, cast, path, number):
    assert client.sign_in(cast.ada).post(path.format(number)).status_code == 404


@pytest.mark.parametrize("number", ODD_NUMBERS)
def test_an_odd_page_number_breaks_nothing(client, cast, number):
    response = client.sign_in(cast.ada).get("/account/sign-ins", query_string={"page": number})

    assert response.status_code == (400 if "\x00" in number else 200)


@pytest.mark.parametrize("value", ["", "xx", "🦜", "\u202e", "x" * 100_000, "../../etc"])
@pytest.mark.parametrize(("path", "field"), [("/language", "language"), ("/theme", "theme")])
def test_an_odd_choice_is_not_remembered(client, path, field, value):
    response = client.post(path, data={field: value, "next": value})

    assert (response.status_code, response.location) == (303, "/")
    assert "Set-Cookie" not in response.headers


@pytest.mark.parametrize("cookie", ["language", "theme", "lotse", "lotse-known", "remember_token", "csrf_token"])
@pytest.mark.parametrize("value", ["", "xx", "%00", "x" * 3000, "🦜", "a|b", "1|0" * 40])
def test_an_odd_cookie_breaks_nothing(client, cookie, value):
    client.set_cookie(cookie, value)

    assert client.get("/sign-in").status_code == 200
