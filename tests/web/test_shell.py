"""What every page does."""


def test_a_page_asks_who_is_there_and_comes_back_after_signing_in(client, cast):
    response = client.get("/courses?format=seminar")

    assert response.status_code == 303
    assert response.location == "/sign-in?next=/courses?format%3Dseminar"


def test_a_person_who_is_signed_in_gets_the_page_with_their_name(client, cast):
    response = client.sign_in(cast.ada).get("/")

    assert response.status_code == 200
    assert "Ada Ahrens" in response.text
