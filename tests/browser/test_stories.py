"""Five things that administrations run, each told once from an empty form to what stays of it afterwards."""

import datetime as dt
import re
from collections.abc import Callable, Iterator

import pytest
import time_machine
from playwright.sync_api import Locator, Page, expect

from app import clock
from app.jobs.runner import run
from app.jobs.schedule import JOBS
from tests.browser.test_offline_door import KEPT_FOR_OFFLINE

PEOPLE = {
    "beschaeftigte": "Nele Brinkmann",
    "leitung": "Martina Vogt",
    "personalentwicklung": "Katharina Sommer",
    "administration": "Emre Öztürk",
    "datenschutz": "Ruth Westphal",
    "neu": "Jana Krüger",
}
ORGANISER = "orga"
WITHOUT_SEAT, NUMBER = "Piotr Kowalski", "104711"
DESK, TELEPHONE = 1280, 390


class Story:
    """The people of a story in their browsers, on its days: day 1 is tomorrow."""

    def __init__(self, site, open_page: Callable[..., Page], sign_in: Callable[[Page, str], Page]) -> None:
        self._site, self._open_page, self._sign_in = site, open_page, sign_in
        self._pages: dict[str, Page] = {}
        self._eve = clock.today()
        self._traveller = time_machine.travel(self._moment(1, "09:00"), tick=True)
        self._clock = self._traveller.start()

    def end(self) -> None:
        """Back to the present."""
        self._traveller.stop()

    def day(self, number: int) -> dt.date:
        """A day of the story."""
        return self._eve + dt.timedelta(days=number)

    def spoken(self, number: int) -> str:
        """A day of the story, as it stands on a page."""
        day = self.day(number)
        return f"{day:%A} {day.day} {day:%B %Y}"

    def goes_on(self, number: int, time: str = "09:00") -> None:
        """It is that time of a day of the story, and Lotse has done what it does by itself."""
        self._clock.move_to(self._moment(number, time))
        for job in JOBS:
            run(self._site.app, job)

    def as_(self, account: str) -> Page:
        """The browser of somebody who is signed in: of whoever runs things on a desk, of the others on a telephone."""
        if account not in self._pages:
            self._pages[account] = self._open_page(width=DESK if account == ORGANISER else TELEPHONE)
        page = self._pages[account]
        page.goto("/")
        return self._sign_in(page, account) if page.locator("#identifier").is_visible() else page

    def device(self) -> Page:
        """A telephone on which nobody is signed in."""
        return self._open_page(width=TELEPHONE)

    def _moment(self, number: int, time: str) -> dt.datetime:
        return clock.at(self.day(number), dt.time.fromisoformat(time))


@pytest.fixture
def story(site, open_page, sign_in) -> Iterator[Story]:
    """A story that begins with nothing."""
    made = Story(site, open_page, sign_in)
    yield made
    made.end()


def plan(page: Page, story: Story, title: str, *days: int, begins: str = "09:00", ends: str = "13:00") -> None:
    """The organiser's way from the events to the form, filled in as far as every event needs it."""
    page.goto("/events")
    page.get_by_role("link", name="Plan an event").click()
    page.get_by_label("Title").fill(title)
    page.get_by_label("In one sentence").fill("Alle sprechen über das, was sie bewegt.")
    if len(days) > 1:
        page.get_by_text("More days").click()
    for number, day in enumerate(days, start=1):
        group = page.get_by_role("group", name=f"Day {number}")
        group.get_by_label(f"Day {number}").fill(story.day(day).isoformat())
        group.get_by_label("Begins").fill(begins)
        group.get_by_label("Ends").fill(ends)
    page.get_by_label("Place").fill("Stadthalle")


def lead_to(page: Page, competence: str, level: int) -> None:
    """What being there proves."""
    goal = page.get_by_role("group", name="Competence 1")
    goal.get_by_label("Competence").select_option(label=competence)
    goal.get_by_label("Level").select_option(str(level))


def save_and_publish(page: Page) -> None:
    page.get_by_role("button", name="Save as a draft").click()
    expect(page.get_by_text("Saved as a draft.")).to_be_visible()
    page.get_by_role("button", name="Publish").click()
    expect(page.get_by_text("Published:")).to_be_visible()


def to_event(page: Page, title: str) -> Page:
    """To the page of an event, by the agenda."""
    page.goto("/events")
    page.get_by_role("main").get_by_role("link", name=title).first.click()
    expect(page.get_by_role("heading", level=1, name=title)).to_be_visible()
    return page


def to_desk(page: Page, title: str, *links: str) -> Page:
    """To the organiser's page of an event, by the list of those that one runs, and on."""
    page.goto("/events")
    page.get_by_role("link", name="Events that you run").click()
    page.get_by_role("main").get_by_role("link", name=title).first.click()
    page.get_by_role("link", name="Organise this event").click()
    expect(page.get_by_role("heading", level=1, name=f"Organise: {title}")).to_be_visible()
    for name in links:
        page.get_by_role("link", name=name, exact=True).click()
    return page


def press(page: Page, name: str) -> None:
    """Press a button that asks first."""
    page.get_by_role("button", name=name).first.click()
    page.get_by_role("dialog").get_by_role("button", name=name).click()


def has_a_seat(page: Page) -> bool:
    """Whether the page of an event says so to whoever reads it."""
    expect(page.get_by_role("heading", name="Your seat")).to_be_visible()
    return page.get_by_role("button", name="Give back my seat").is_visible()


def go_to_door(desk: Page, device: Page, expected: int) -> Page:
    """From the organiser's page about doors: one is opened, and a device has taken the names along."""
    desk.get_by_label("Name of the door").fill("Haupteingang")
    desk.get_by_role("button", name="Open the door").click()
    device.goto(path(desk.get_by_label("Or open this address there").input_value()))
    expect(device.get_by_text(f"Names on this device: {expected}.")).to_be_visible()
    device.evaluate(KEPT_FOR_OFFLINE)
    return device


def path(address: str) -> str:
    """What follows the host of an address."""
    return re.sub(r"^https?://[^/]+", "", address)


def let_in(door: Page, name: str) -> None:
    """By name, of those who are expected."""
    door.get_by_role("searchbox").fill(name)
    door.get_by_role("button", name=re.compile(f"Is there.*{name}")).click()


def come_in_without_seat(door: Page, number: str) -> None:
    """By personnel number, of those who have not signed up."""
    door.goto("/door")
    door.get_by_role("searchbox").fill(number)
    door.get_by_role("searchbox").press("Enter")
    door.get_by_role("button", name="Let in without a seat").click()


def give_back_places(door: Page, keeps: int) -> None:
    """What a device of a door does within half a minute: it hears how many places are its own, and says so."""
    door.goto("/door")
    while door.evaluate("DoorBook.places()") != keeps:
        door.wait_for_timeout(100)
    with door.expect_response("**/door/reports"):
        door.goto("/door")


def ticket_of(page: Page) -> str:
    """The way that the picture of a ticket leads to."""
    page.get_by_role("link", name="Ticket").click()
    return path(page.locator("[data-address]").get_attribute("data-address") or "")


def add_time(desk: Page, name: str, day: dt.date, begins: str, ends: str, kind: str = "") -> None:
    """To the draft of a programme."""
    desk.get_by_role("link", name="Add a time").click()
    if kind:
        desk.get_by_label(kind).check()
    desk.get_by_label("Name").fill(name)
    desk.get_by_label("Day").fill(day.isoformat())
    desk.get_by_label("Begins").fill(begins)
    desk.get_by_label("Ends").fill(ends)
    desk.get_by_role("button", name="Save").click()
    expect(desk.get_by_text(name, exact=True)).to_be_visible()


def add_slot(desk: Page, time: str, name: str, room: str, seats: int, leads: str = "") -> None:
    """To a time of the draft of a programme."""
    desk.get_by_role("listitem").filter(has_text=time).get_by_role("link", name="Add a slot").click()
    desk.get_by_label("Title").fill(name)
    desk.get_by_label("Who leads it?").fill(leads)
    desk.get_by_label("Room").select_option(label=f"{room}, up to {40 if room == 'Saal' else 2} people")
    desk.get_by_label("Seats").fill(str(seats))
    desk.get_by_role("button", name="Save").click()
    expect(desk.get_by_role("link", name=name, exact=True)).to_be_visible()


def to_programme(page: Page, title: str) -> Page:
    """To one's own programme of an event."""
    to_event(page, title).get_by_role("link", name="My programme").click()
    expect(page.get_by_role("heading", level=1, name="My programme")).to_be_visible()
    return page


def tables_of(page: Page) -> list[str]:
    """The slots about tables in somebody's programme."""
    expect(page.get_by_text("You have chosen something at 3 of 3 times.")).to_be_visible()
    return page.get_by_role("heading", level=3, name=re.compile("Tabellen")).all_inner_texts()


def calendar_of(page: Page) -> str:
    """What the calendar of somebody is given, under an address of their own."""
    page.goto("/account/calendar")
    page.get_by_role("button", name="Get an address").click()
    return page.request.get(path(page.get_by_label("Address").input_value())).text()


def member(desk: Page, account: str) -> Locator:
    """The row of somebody in a team."""
    given_name, family_name = PEOPLE[account].split()
    return desk.get_by_role("row").filter(has_text=f"{family_name}, {given_name}")


def to_team(desk: Page, title: str) -> Page:
    """To the page of whoever runs a team."""
    desk.goto("/events")
    desk.get_by_role("link", name=re.compile("Teams from the whole house")).click()
    desk.get_by_role("link", name=title, exact=True).click()
    expect(desk.get_by_role("heading", level=1, name=title)).to_be_visible()
    return desk


def to_date(page: Page, title: str, number: int) -> Page:
    """To the page of the first, second … date of a series, by the list of those that one runs."""
    page.goto("/events")
    page.get_by_role("link", name="Events that you run").click()
    page.get_by_role("main").get_by_role("link", name=title).first.click()
    page.get_by_role("link", name="All dates", exact=True).click()
    page.get_by_role("main").get_by_role("link", name=re.compile("14:00")).nth(number - 1).click()
    expect(page.get_by_role("heading", level=1, name=title)).to_be_visible()
    return page


def to_stands(page: Page, title: str) -> Page:
    """To the stands of an event."""
    to_event(page, title).get_by_role("link", name="Stands and my tour").click()
    expect(page.get_by_role("heading", level=1, name="Stands")).to_be_visible()
    return page


def to_call(page: Page, title: str) -> Page:
    """To the page of a team as everybody sees it."""
    page.goto("/events")
    page.get_by_role("link", name=re.compile("Teams from the whole house")).click()
    page.get_by_role("link", name=title, exact=True).click()
    expect(page.get_by_role("heading", name="How lots are drawn")).to_be_visible()
    return page


def is_in(page: Page) -> bool:
    """Whether the page of a team says so to whoever reads it."""
    return page.get_by_role("button", name="Leave the team").is_visible()


def answer_request(page: Page, title: str, answer: str) -> None:
    """Whether one likes to be in a team, by the message that asks."""
    page.goto("/account/notices")
    page.get_by_text(f"Would you like to be in the team “{title}”?").click()
    page.get_by_role("button", name=answer).click()
    expect(page.get_by_text(re.compile("You are in the team.|That is all right.")).first).to_be_visible()


def work_out_chances(desk: Page, work_off: Callable[[], int]) -> None:
    """Of the volunteers for a team."""
    desk.get_by_role("button", name="Work out the chances").click()
    expect(desk.get_by_text("Lotse is looking for the fairest lottery.")).to_be_visible()
    work_off()
    desk.reload()


@pytest.mark.deep
def test_a_conference_for_which_more_apply_than_can_come(story, site, work_off):
    title = "Konferenz aller Beschäftigten"
    orga = story.as_(ORGANISER)
    plan(orga, story, title, 20)
    lead_to(orga, "Communicating clearly", 3)
    orga.get_by_label("Number of seats").fill("4")
    orga.get_by_label("By lot").check()
    orga.get_by_label("Sign-up closes").fill(f"{story.day(10)}T18:00")
    orga.get_by_role("button", name="Save as a draft").click()
    orga.get_by_role("link", name="The draw").click()
    orga.get_by_label("Where will the seed come from?").fill("Zehn Würfel vor dem Personalrat")
    orga.get_by_label("On which day will the seed be known?").fill(story.day(12).isoformat())
    orga.get_by_role("button", name="Announce").click()
    orga.get_by_role("link", name="Back to the event").click()
    orga.get_by_role("button", name="Publish").click()
    expect(orga.get_by_text("Published:")).to_be_visible()
    to_desk(orga, title, "Food and accessibility", "Ask about food or accessibility")
    orga.get_by_label("Why do you ask about food?").fill("Damit die Küche für alle kocht.")
    orga.get_by_role("button", name="Save").click()
    expect(orga.get_by_text("Nobody has said anything yet.")).to_be_visible()
    to_desk(orga, title, "Feedback", "Set questions")
    orga.get_by_role("button", name="Save").click()
    expect(orga.get_by_text("People are asked on the morning after the event.", exact=True)).to_be_visible()

    story.goes_on(3)
    for account in PEOPLE:
        page = to_event(story.as_(account), title)
        expect(page.get_by_text("4 seats are given by lot.")).to_be_visible()
        if account == "neu":
            page.get_by_label("Food").fill("vegan")
        page.get_by_role("button", name="Take part in the draw").click()
        expect(page.get_by_role("button", name="Withdraw my application")).to_be_visible()

    story.goes_on(11)
    orga = to_desk(story.as_(ORGANISER), title, "How many to accept")
    orga.get_by_label("Accept how many?").fill("5")
    orga.get_by_role("button", name="Accept so many").click()
    expect(orga.get_by_text("At present 5 people are accepted.")).to_be_visible()
    to_desk(orga, title, "The draw")
    press(orga, "Fix the list")
    expect(orga.get_by_text("The list is fixed, and its hash is public.")).to_be_visible()

    story.goes_on(12)
    orga = to_desk(story.as_(ORGANISER), title, "The draw", "Enter the seed")
    orga.get_by_label("The seed").fill("3-1-6-2-2-5-4-6-1-3")
    orga.get_by_role("button", name="Draw").click()
    expect(orga.get_by_text("The seats are being given.", exact=False).last).to_be_visible()
    work_off()
    orga.goto(orga.url)
    expect(orga.get_by_text("Drawn: 5 people of the list have a seat.")).to_be_visible()
    has_seat = {account: has_a_seat(to_event(story.as_(account), title)) for account in PEOPLE}
    [left_out] = [account for account, sits in has_seat.items() if not sits]
    giver, *others, late = [account for account, sits in has_seat.items() if sits]
    page = to_event(story.as_(left_out), title)
    expect(page.get_by_text("You are number 1 on the waitlist.")).to_be_visible()
    page.get_by_role("link", name="How the draw works, and how it went").click()
    expect(page.get_by_text(re.compile(r"It was drawn as number 6 of 6\."))).to_be_visible()
    page = to_event(story.as_(giver), title)
    press(page, "Give back my seat")
    expect(page.get_by_text("is given back.")).to_be_visible()
    page = story.as_(left_out)
    page.get_by_role("link", name=f"A seat is held for you: {title}", exact=True).click()
    page.get_by_role("button", name="Accept the seat").click()
    expect(page.get_by_role("button", name="Give back my seat")).to_be_visible()

    story.goes_on(13, "12:00")
    page = story.as_(others[0])
    page.get_by_role("link", name=f"Do you come? {title}", exact=True).click()
    page.get_by_role("button", name=re.compile("^I come")).click()
    expect(page.get_by_text("You have said that you come.")).to_be_visible()

    story.goes_on(20, "08:30")
    orga = to_desk(story.as_(ORGANISER), title, "Doors", "Change the numbers of the hall")
    orga.get_by_label("People in the hall at most").fill("5")
    orga.get_by_role("button", name="Save").click()
    door = go_to_door(orga, story.device(), 5)
    door.context.set_offline(True)
    for account in others[:2]:
        let_in(door, PEOPLE[account])
        expect(door.get_by_text(f"Welcome, {PEOPLE[account]}!")).to_be_visible()
    expect(door.get_by_text("Not yet transmitted: 2.")).to_be_visible()
    door.context.set_offline(False)
    expect(door.get_by_text("Offline since")).to_have_count(0)
    door.goto(ticket_of(to_event(story.as_(left_out), title)))
    door.get_by_role("button", name="Is there").click()
    expect(door.get_by_text(f"Welcome, {PEOPLE[left_out]}!")).to_be_visible()
    come_in_without_seat(door, NUMBER)
    expect(door.get_by_text("Ten minutes before the start, their places go to who is here.")).to_be_visible()
    story.goes_on(20, "08:51")
    give_back_places(door, keeps=1)
    come_in_without_seat(door, NUMBER)
    expect(door.get_by_text(f"Welcome, {WITHOUT_SEAT}!")).to_be_visible()
    let_in(door, PEOPLE[others[2]])
    expect(door.get_by_text(f"Welcome, {PEOPLE[others[2]]}!")).to_be_visible()
    story.goes_on(20, "09:10")
    door.goto("/door")
    let_in(door, PEOPLE[late])
    expect(door.get_by_text("The hall is full")).to_be_visible()

    story.goes_on(21)
    there = [*others, left_out, NUMBER]
    for account in there:
        page = story.as_(account)
        page.goto("/account/notices")
        page.get_by_text(re.compile(f"“{title}”")).first.click()
        page.get_by_role("group", name="Würden Sie sie weiterempfehlen?").get_by_label("Yes").check()
        page.get_by_label("Was sollten wir beim nächsten Mal anders machen?").fill(f"Mehr Pausen, sagt {account}")
        page.get_by_role("button", name="Send").click()
        expect(page.get_by_text("You have answered. Thank you.")).to_be_visible()
    page = story.as_(left_out)
    page.goto("/competences")
    page.get_by_role("link", name="Communicating clearly").click()
    expect(page.get_by_role("row", name=re.compile("^Attendance"))).to_contain_text(title)

    orga = to_desk(story.as_(ORGANISER), title)
    expect(orga.get_by_text("5 people came, no seat stayed empty.")).to_be_visible()
    went = orga.get_by_role("table", name="How it went")
    for what, number in (
        ("People with a seat when it began", 5),
        ("Of them without a seat, let in at the door", 1),
        ("Had a seat and did not come", 1),
        ("Of them got a seat", 1),
        ("Not let in at the door for want of room", 1),
    ):
        expect(went.get_by_role("row").filter(has_text=what).get_by_role("cell").last).to_have_text(str(number))
    to_desk(orga, title, "Feedback")
    expect(orga.get_by_text("5 answers, as of")).to_be_visible()
    expect(orga.get_by_text(f"Mehr Pausen, sagt {left_out}")).to_be_visible()
    to_desk(orga, title, "How many to accept")
    expect(orga.get_by_text("5 people came. The last forecast was right.")).to_be_visible()
    story.goes_on(28)
    orga = to_desk(story.as_(ORGANISER), title, "Food and accessibility")
    expect(orga.get_by_text("Nobody has said anything yet.")).to_be_visible()


@pytest.mark.deep
def test_learning_days_of_which_everybody_composes_a_programme(story, work_off):
    title = "Tage des Lernens"
    orga = story.as_(ORGANISER)
    plan(orga, story, title, 30, 31, 32, begins="09:00", ends="15:00")
    lead_to(orga, "Self-directed learning", 2)
    orga.get_by_label("Number of seats").fill("4")
    save_and_publish(orga)
    orga.get_by_role("link", name="Work on the programme").first.click()
    orga.get_by_role("link", name="Rooms").click()
    for room, capacity in (("Saal", 40), ("Werkraum", 2)):
        orga.get_by_label("Name of the room").fill(room)
        orga.get_by_label("How many people may be in it?").fill(str(capacity))
        orga.get_by_role("button", name="Add the room").click()
        expect(orga.get_by_role("row", name=room)).to_be_visible()
    orga.get_by_role("link", name="Back").click()
    add_time(orga, "Begrüßung", story.day(30), "09:00", "09:30", kind="Something for all together")
    for number, day in enumerate((30, 31, 32), start=1):
        add_time(orga, f"Block {number}", story.day(day), "10:00", "12:00")
        add_slot(orga, f"Block {number}", f"Tabellen {number}", "Werkraum", 3 if number == 1 else 2, "Ada Ahrens")
        add_slot(orga, f"Block {number}", f"Vortrag {number}", "Werkraum" if number == 1 else "Saal", 40)
    expect(orga.get_by_text("“Tabellen 1” has 3 seats, but Werkraum only holds 2 people.").first).to_be_visible()
    orga.get_by_role("link", name="Tabellen 1", exact=True).click()
    orga.get_by_label("Seats").fill("2")
    orga.get_by_role("button", name="Save").click()
    expect(
        orga.get_by_text("Werkraum is taken twice at the same time: “Tabellen 1” and “Vortrag 1”.").first
    ).to_be_visible()
    orga.get_by_role("link", name="Vortrag 1", exact=True).click()
    orga.get_by_label("Room").select_option(label="Saal, up to 40 people")
    orga.get_by_role("button", name="Save").click()
    expect(orga.get_by_text(re.compile("does not fit|do not fit"))).to_have_count(0)
    orga.get_by_role("link", name="How people choose").click()
    orga.get_by_label("People rank what they would like most").check()
    orga.get_by_label("Until which day can wishes be ranked?").fill(story.day(20).isoformat())
    orga.get_by_role("button", name="Save").click()
    orga.get_by_role("button", name="Release the programme").click()
    expect(orga.get_by_text("Version 1 is released, and nothing has changed since.")).to_be_visible()

    story.goes_on(3)
    *seated, waiting = list(PEOPLE)[:5]
    for account in seated:
        page = to_event(story.as_(account), title)
        page.get_by_role("button", name="Take a seat").click()
        expect(page.get_by_role("button", name="Give back my seat")).to_be_visible()
    page = to_event(story.as_(waiting), title)
    page.get_by_label("Take a seat for me as soon as one is free").check()
    page.get_by_role("button", name="Join the waitlist").click()
    page = to_event(story.as_(seated[0]), title)
    press(page, "Give back my seat")
    expect(page.get_by_text("is given back.")).to_be_visible()
    guests = [*seated[1:], waiting]

    for account in guests:
        page = to_event(story.as_(account), title)
        page.get_by_role("link", name="My programme").click()
        page.get_by_role("link", name="Rank my wishes").click()
        for number in (1, 2, 3):
            page.get_by_label(f"Tabellen {number}").select_option("1")
            page.get_by_label(f"Vortrag {number}").select_option("2")
        page.get_by_role("button", name="Save my wishes").click()
        expect(page.get_by_text("Your wishes are saved.", exact=True)).to_be_visible()

    story.goes_on(21)
    orga = to_desk(story.as_(ORGANISER), title, "Work on the programme", "What is wished for")
    expect(orga.get_by_text("4 people have ranked wishes.")).to_be_visible()
    press(orga, "Have the wishes met")
    expect(orga.get_by_text("You can leave this page")).to_be_visible()
    work_off()
    lucky = {account: tables_of(to_programme(story.as_(account), title)) for account in guests}
    assert sorted(map(len, lucky.values())) == [1, 1, 2, 2], "who gets less in one block counts more in the others"
    giver, taker = sorted(guests, key=lambda account: -len(lucky[account]))[::3]
    given = next(name for name in lucky[giver] if name not in lucky[taker])
    page = to_programme(story.as_(giver), title)
    page.get_by_role("button", name=re.compile(f"Give back.*{given}")).click()
    expect(page.get_by_text("You have chosen something at 2 of 3 times.")).to_be_visible()
    page = to_programme(story.as_(taker), title)
    page.get_by_role("listitem").filter(has_text="other slot at this time").filter(has_text=given).get_by_text(
        "1 other slot at this time"
    ).click()
    page.get_by_role("button", name=re.compile(f"Swap.*{given} instead of")).click()
    expect(page.get_by_text(f"You have a seat in “{given}” instead.")).to_be_visible()
    page.goto("/plan")
    expect(page.get_by_text(f"10:00: {given}, Werkraum, Stadthalle")).to_be_visible()

    orga = to_desk(story.as_(ORGANISER), title, "Work on the programme")
    orga.get_by_role("link", name=given, exact=True).click()
    orga.get_by_label("Who leads it?").fill("Ben Busch")
    orga.get_by_label("Room").select_option(label="Saal, up to 40 people")
    orga.get_by_role("button", name="Save").click()
    expect(orga.get_by_text(f"“{given}”: room Saal, with Ben Busch")).to_be_visible()
    press(orga, "Release the programme")
    expect(orga.get_by_text("Version 2 is released, and nothing has changed since.")).to_be_visible()
    page = story.as_(taker)
    page.goto("/account/notices")
    page.get_by_text(f"Something that you have chosen in “{title}” has changed.").click()
    expect(page.get_by_text("with Ben Busch")).to_be_visible()
    assert f"SUMMARY:{given}" in calendar_of(page)

    for day, there in ((30, guests), (31, guests[1:])):
        story.goes_on(day, "08:40")
        orga = to_desk(story.as_(ORGANISER), title, "Doors")
        door = go_to_door(orga, story.device(), 4)
        for account in there:
            let_in(door, PEOPLE[account])
            expect(door.get_by_text(f"Welcome, {PEOPLE[account]}!")).to_be_visible()
        press(door, "Give the device back")
        expect(door.get_by_text("Thank you for letting people in")).to_be_visible()
    story.goes_on(33)
    page = story.as_(guests[0])
    page.get_by_role("link", name="All your bookings").click()
    expect(page.get_by_role("link", name=title)).to_be_visible()
    page.goto("/competences")
    expect(
        page.get_by_role("row").filter(has_text=re.compile("Self-directed.*2.*Attendance", re.DOTALL))
    ).to_be_visible()
    orga = to_desk(story.as_(ORGANISER), title)
    expect(orga.get_by_text("4 people came, no seat stayed empty.")).to_be_visible()
    to_desk(orga, title, "Doors")
    expect(orga.get_by_text("Have a seat and did not come")).to_have_count(3)


@pytest.mark.deep
def test_a_team_that_is_a_cross_section_of_the_house(story, site, work_off):
    title = "Organisationsteam der Konferenz"
    orga = story.as_(ORGANISER)
    orga.goto("/events")
    orga.get_by_role("link", name=re.compile("Teams from the whole house")).click()
    orga.get_by_role("link", name="Start a team").click()
    orga.get_by_label("What is the team called?").fill(title)
    orga.get_by_label("What is it for?").fill("Es bereitet die Konferenz vor und trifft sich alle zwei Wochen.")
    orga.get_by_label("How many people?").fill("6")
    orga.get_by_role("button", name="Start the team").click()
    for account, circle in (
        ("beschaeftigte", "Core team: comes every time"),
        ("leitung", "Wider circle: comes when possible"),
    ):
        orga.get_by_role("link", name="Ask somebody").click()
        orga.get_by_label("Whom do you ask?").fill(f"{account}@stadt.example")
        orga.get_by_label(circle).check()
        orga.get_by_role("button", name="Ask", exact=True).click()
        expect(member(orga, account)).to_contain_text("Asked, no answer yet")
    missing = "Missing: Dezernat I, Dezernat II, Dezernat IV, Dezernat V, Heads of departments and offices"
    for account, answer in (("beschaeftigte", "I like to"), ("leitung", "Not this time")):
        answer_request(story.as_(account), title, answer)
    orga = to_team(story.as_(ORGANISER), title)
    expect(orga.get_by_text("1 of 6 has agreed.")).to_be_visible()
    expect(orga.get_by_text(re.compile(missing))).to_be_visible()
    expect(member(orga, "leitung")).to_contain_text("Has declined")

    orga.get_by_role("link", name="Ask somebody").click()
    orga.get_by_label("Whom do you ask?").fill(WITHOUT_SEAT)
    orga.get_by_role("button", name="Ask", exact=True).click()
    answer_request(story.as_(NUMBER), title, "I like to")
    orga.reload()
    expect(orga.get_by_text("2 of 6 have agreed.")).to_be_visible()
    orga.get_by_role("link", name="Call for volunteers").click()
    orga.get_by_label("Until when can people put themselves forward?").fill(story.day(9).isoformat())
    orga.get_by_label("Where will the seed come from?").fill("Zehn Würfel vor dem Personalrat")
    orga.get_by_label("On which day will the seed be known?").fill(story.day(12).isoformat())
    orga.get_by_role("button", name="Call for volunteers").click()
    expect(orga.get_by_text("When the call has ended, you have the chances worked out here.")).to_be_visible()
    volunteers = [account for account in PEOPLE if account != "beschaeftigte"]
    for account in volunteers:
        page = to_call(story.as_(account), title)
        page.get_by_role("button", name="Put myself forward").click()
        expect(page.get_by_text("You take part in the draw.", exact=True)).to_be_visible()

    story.goes_on(10)
    orga = to_team(story.as_(ORGANISER), title)
    work_out_chances(orga, work_off)
    expect(orga.get_by_text(re.compile("A quota for fewer than 5 volunteers"))).to_be_visible()
    orga.get_by_role("link", name="Set the cross-section").first.click()
    expect(orga.get_by_label("At least").first).to_be_visible()
    for field in orga.get_by_label("At least").all():
        field.fill("")
    orga.get_by_role("button", name="Save").click()
    work_out_chances(orga, work_off)
    press(orga, "Publish the list")
    expect(orga.get_by_text(re.compile("^SHA-256"))).to_be_visible()
    page = to_call(story.as_(volunteers[0]), title)
    expect(page.get_by_text(re.compile(r"Your chance is 80\.0.%, about 8 in 10"))).to_be_visible()

    story.goes_on(12)
    orga = to_team(story.as_(ORGANISER), title)
    orga.get_by_role("link", name="Enter the seed").click()
    orga.get_by_label("The seed").fill("3-1-6-2-2-5-4-6-1-3")
    orga.get_by_role("button", name="Draw", exact=True).click()
    expect(orga.get_by_text("6 of 6 have agreed.")).to_be_visible()
    [left_out] = [account for account in volunteers if not is_in(to_call(story.as_(account), title))]
    leaver = next(account for account in volunteers if account != left_out)
    page = to_call(story.as_(leaver), title)
    press(page, "Leave the team")
    expect(page.get_by_text("You have left")).to_be_visible()
    orga = to_team(story.as_(ORGANISER), title)
    expect(orga.get_by_text("5 of 6 have agreed.")).to_be_visible()
    press(orga, "Let the next one move up")
    expect(orga.get_by_text("6 of 6 have agreed.")).to_be_visible()
    page = to_call(story.as_(left_out), title)
    expect(page.get_by_text("You have moved up.")).to_be_visible()
    page.get_by_role("link", name="Protocol of the draw").click()
    with page.expect_download() as download:
        page.get_by_role("link", name="For the file (PDF)").click()
    assert download.value.path().read_bytes().startswith(b"%PDF")


@pytest.mark.deep
def test_a_cafe_that_comes_again_with_seats_and_later_without(story):
    title, online = "IT-Café: Fragen an die Technik", "https://video.stadt.example/it-cafe"
    orga = story.as_(ORGANISER)
    plan(orga, story, title, 10, begins="14:00", ends="15:00")
    orga.get_by_label("How often?").select_option(label="every second week")
    orga.get_by_text("Weekdays and end of a series").click()
    orga.get_by_label("How many dates?").fill("4")
    orga.get_by_label("Leave out public holidays").uncheck()
    orga.get_by_label("Link to take part online").fill(online)
    lead_to(orga, "Using digital tools for your own tasks", 2)
    orga.get_by_label("Number of seats").fill("2")
    orga.get_by_role("button", name="Preview of the dates").click()
    for day in (10, 24, 38, 52):
        expect(orga.get_by_role("listitem").filter(has_text=story.spoken(day))).to_be_visible()
    orga.get_by_role("button", name="Save as a draft").click()
    orga.get_by_role("button", name="Publish all dates").click()
    expect(orga.get_by_text("4 dates are published")).to_be_visible()

    story.goes_on(3)
    giver, seated, waiting = list(PEOPLE)[:3]
    for account in (giver, seated):
        page = to_event(story.as_(account), title)
        page.get_by_role("button", name="Take a seat").click()
        expect(page.get_by_role("button", name="Give back my seat")).to_be_visible()
    page = to_event(story.as_(waiting), title)
    page.get_by_role("button", name="Join the waitlist").click()
    expect(page.get_by_role("button", name="Leave the waitlist")).to_be_visible()
    page = to_event(story.as_(giver), title)
    press(page, "Give back my seat")
    expect(page.get_by_text("is given back.")).to_be_visible()
    page = story.as_(waiting)
    page.get_by_role("link", name=f"A seat is held for you: {title}", exact=True).click()
    page.get_by_role("button", name="Accept the seat").click()
    expect(page.get_by_text("The link stands here from")).to_be_visible()
    assert f"DTSTART;TZID=Europe/Berlin:{story.day(10):%Y%m%d}T140000" in calendar_of(page)

    orga = to_date(story.as_(ORGANISER), title, 3)
    orga.get_by_role("link", name="Cancel the event …").click()
    orga.get_by_label("Why does it not take place?").fill("Der Werkraum wird gestrichen.")
    orga.get_by_role("button", name="Cancel the event for good").click()
    expect(orga.get_by_text("1 date is cancelled.")).to_be_visible()
    to_date(orga, title, 2).get_by_role("link", name="Edit", exact=True).click()
    orga.get_by_label("Without sign-up").check()
    orga.get_by_label("Number of seats").fill("")
    orga.get_by_label("Link to take part online").fill("")
    orga.get_by_label("This and all following dates").check()
    orga.get_by_role("button", name="Save").click()
    expect(orga.get_by_text("Just come along.")).to_be_visible()

    story.goes_on(10, "13:40")
    page = to_event(story.as_(seated), title)
    expect(page.get_by_text("The link stands here from")).to_be_visible()
    story.goes_on(10, "13:50")
    for account, sees in ((seated, 1), (waiting, 1), (giver, 0)):
        page = to_event(story.as_(account), title)
        expect(page.get_by_role("heading", name="Your seat")).to_be_visible()
        expect(page.locator(f"a[href='{online}']")).to_have_count(sees)
    orga = to_desk(story.as_(ORGANISER), title, "Doors")
    door = go_to_door(orga, story.device(), 2)
    for account in (seated, waiting):
        let_in(door, PEOPLE[account])
        expect(door.get_by_text(f"Welcome, {PEOPLE[account]}!")).to_be_visible()

    story.goes_on(11)
    page = story.as_(seated)
    page.goto("/competences")
    proved = re.compile("Using digital tools.*2.*Attendance", re.DOTALL)
    expect(page.get_by_role("row").filter(has_text=proved)).to_be_visible()
    page = to_event(story.as_(giver), title)
    page.get_by_role("button", name="Keep all dates").click()
    expect(page.get_by_text("All dates of this series stand in your calendar.")).to_be_visible()
    [series] = re.findall(f"SUMMARY:{title}.*?END:VEVENT", calendar_of(page), re.DOTALL)
    assert "RRULE:FREQ=WEEKLY;COUNT=4;INTERVAL=2" in series
    assert f"{story.day(38):%Y%m%d}T140000" in re.search("EXDATE.*", series)[0], "what is cancelled is left out"
    story.goes_on(24, "13:50")
    to_date(story.as_(ORGANISER), title, 1)
    orga.get_by_role("link", name="Organise this event").click()
    orga.get_by_role("link", name="Doors").click()
    orga.get_by_label("Name of the door").fill("Werkraum")
    orga.get_by_role("button", name="Open the door").click()
    door = story.device()
    door.goto(path(orga.get_by_label("Or open this address there").input_value()))
    come_in_without_seat(door, NUMBER)
    expect(door.get_by_text(f"Welcome, {WITHOUT_SEAT}!")).to_be_visible()
    story.goes_on(25)
    page = story.as_(NUMBER)
    page.goto("/competences")
    expect(page.get_by_role("row").filter(has_text=proved)).to_be_visible()
    orga = story.as_(ORGANISER)
    orga.goto("/events")
    orga.get_by_role("link", name="Events that you run").click()
    orga.get_by_role("list", name="Past").get_by_role("link", name=title).first.click()
    orga.get_by_role("link", name="Organise this event").click()
    expect(orga.get_by_text("1 person came.")).to_be_visible()


@pytest.mark.deep
def test_a_fair_on_which_all_offices_show_what_they_do(story):
    title, drone, files, late = "Messe aller Ämter", "Drohne über der Altstadt", "Akten ohne Papier", "Noch ein Stand"
    orga = story.as_(ORGANISER)
    plan(orga, story, title, 20, begins="10:00", ends="15:00")
    lead_to(orga, "Driving digital transformation", 1)
    save_and_publish(orga)
    to_desk(orga, title, "Stands")
    orga.get_by_label("Until which day can offices register a stand?").fill(story.day(10).isoformat())
    orga.get_by_role("button", name="Open registration").click()
    expect(orga.get_by_text("Offices can register stands now.")).to_be_visible()

    story.goes_on(3)
    for account, stand in (("beschaeftigte", drone), ("personalentwicklung", files), ("leitung", late)):
        page = to_stands(story.as_(account), title)
        page.get_by_role("link", name="Register a stand").click()
        page.get_by_label("What is the stand called?").fill(stand)
        page.get_by_label("What can visitors see and do there?").fill("Anschauen, anfassen, fragen.")
        page.get_by_role("button", name="Register the stand").click()
        expect(page.get_by_text("waits for a place")).to_be_visible()
    page = to_stands(story.as_("beschaeftigte"), title)
    page.get_by_role("link", name=re.compile("Edit")).click()
    page.get_by_label("The stand needs electricity").check()
    page.get_by_role("button", name="Save").click()
    orga = to_desk(story.as_(ORGANISER), title, "Stands")
    expect(orga.get_by_text("needs electricity")).to_be_visible()
    for stand, number in ((drone, "10"), (files, "9")):
        orga.get_by_role("link", name=re.compile(f"Give a place.*{stand}")).click()
        orga.get_by_label("Hall or room").fill("Foyer")
        orga.get_by_label("Number of the stand").fill(number)
        orga.get_by_role("button", name="Accept and save the place").click()
        expect(orga.get_by_text(f"“{stand}” has its place")).to_be_visible()
    orga.get_by_role("link", name=re.compile(f"Decline.*{late}")).click()
    orga.get_by_label("Why can’t there be a place?").fill("Das Foyer ist voll. Teilen Sie sich einen Stand?")
    orga.get_by_role("button", name="Decline").click()
    page = to_stands(story.as_("leitung"), title)
    expect(page.get_by_text("Das Foyer ist voll. Teilen Sie sich einen Stand?")).to_be_visible()

    story.goes_on(12)
    page = to_event(story.as_("neu"), title)
    page.get_by_role("button", name="Take a seat").click()
    expect(page.get_by_role("button", name="Give back my seat")).to_be_visible()
    page.get_by_role("link", name="Stands and my tour").click()
    for stand in (drone, files):
        page.get_by_role("button", name=re.compile(f"Put on my tour.*{stand}")).click()
        expect(page.get_by_role("button", name=re.compile(f"Take off my tour.*{stand}"))).to_be_visible()
    page.get_by_role("link", name="My tour: 2 stands").click()
    stops = page.get_by_role("list", name="My tour").get_by_role("listitem")
    expect(stops.nth(0)).to_contain_text(drone)
    expect(stops.nth(1)).to_contain_text(files)
    orga = to_desk(story.as_(ORGANISER), title, "Stands")
    with orga.expect_download() as download:
        orga.get_by_role("link", name="Sheets for the stands (PDF)").click()
    assert download.value.path().read_bytes().startswith(b"%PDF")

    story.goes_on(20, "09:45")
    door = go_to_door(to_desk(story.as_(ORGANISER), title, "Doors"), story.device(), 1)
    let_in(door, PEOPLE["neu"])
    expect(door.get_by_text(f"Welcome, {PEOPLE['neu']}!")).to_be_visible()
    come_in_without_seat(door, NUMBER)
    expect(door.get_by_text(f"Welcome, {WITHOUT_SEAT}!")).to_be_visible()
    story.goes_on(20, "10:30")
    page = to_stands(story.as_("beschaeftigte"), title)
    page.get_by_role("link", name=re.compile("Count visits")).click()
    page.get_by_role("button", name="One more visit").click()
    expect(page.get_by_text("1 visit", exact=True)).to_be_visible()
    picture = page.get_by_role("link", name="See the page of the picture").get_attribute("href")
    telephone = story.device()
    telephone.goto(path(picture))
    telephone.get_by_role("button", name="I was here").click()
    expect(telephone.get_by_text("Thank you, your visit is counted.")).to_be_visible()

    story.goes_on(21)
    orga = to_desk(story.as_(ORGANISER), title)
    expect(orga.get_by_text("2 people came.")).to_be_visible()
    to_desk(orga, title, "Stands")
    expect(orga.get_by_role("row", name=re.compile(drone)).get_by_role("cell").nth(3)).to_have_text("2")
    for account in ("neu", NUMBER):
        page = story.as_(account)
        page.goto("/competences")
        proved = re.compile("Driving digital transformation.*1.*Attendance", re.DOTALL)
        expect(page.get_by_role("row").filter(has_text=proved)).to_be_visible()
