"""The visitors of the soak find on the pages what they look for."""

import pytest

from bench.load import Answer
from tests.soak.visitor import SEAT, House, Pace, Visitor

SMALL_MEMORY_KIB = 8


class Browser:
    """A client of the bench that needs no server."""

    def __init__(self, client):
        self.client = client

    def get(self, path):
        return self.answer(self.client.get(path))

    def post(self, path, fields):
        return self.answer(self.client.post(path, data=fields))

    def answer(self, response):
        headers = {name.lower(): value for name, value in response.headers.items()}
        return Answer(response.status_code, response.data, 0.0, headers)


@pytest.mark.any_database
def test_a_visitor_reads_plans_takes_seats_and_gives_them_back_signs_out_and_in(client, saved):
    house = saved(House, SMALL_MEMORY_KIB)
    visitor = Visitor(house, Browser(client), Pace(per_second=10_000, seconds=60), 1)

    visitor.sign_in()
    for _ in range(6):
        visitor.read()
        visitor.change_seat()
        visitor.change_plan()
    visitor.sign_in_again()

    assert visitor.failed == []
    assert visitor.sent == {"/sign-in", SEAT, "plan/items", "removal", "sign-out"}


@pytest.mark.any_database
def test_a_visitor_who_is_not_let_in_says_so(client, saved):
    house = saved(House, SMALL_MEMORY_KIB)
    visitor = Visitor(house, Browser(client), Pace(per_second=10_000, seconds=60), 1)

    visitor.change_seat()

    assert [what for what, _ in visitor.failed] == [f"no form to {SEAT}"]
