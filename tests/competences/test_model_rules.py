"""Models and files of jobs as plain values: order, keys, versions, what a file changes; readers and inquiries."""

import datetime as dt
from dataclasses import replace

import pytest

from app.competences import rules
from app.competences.rules import (
    LASTING,
    Ageing,
    AskedAs,
    Kind,
    LinkKind,
    Reader,
    Said,
    Visibility,
    Word,
    answers_as,
    closest,
    comparison,
    framework,
    jobs,
    moodle,
    version,
)
from app.competences.rules.evidence import Facts, Proof, judged_later
from app.competences.rules.exchange import AreaEntry, CompetenceEntry, FrameworkEntry
from app.competences.rules.inquiry import is_in_time
from app.competences.rules.reference import Reference
from app.competences.rules.version import Change, Item
from app.people.rules import Grade
from app.text import csv_table as table

DAY = dt.date(2026, 3, 1)
NEXT_DAY = dt.date(2026, 3, 2)
SCALE = [(0, "nichts"), (1, "etwas")]


class TestFrameworks:
    """How competences stand in a model and belong to those of another one."""

    def test_a_level_is_carried_only_along_sameness_and_between_equal_scales(self):
        assert framework.carries(LinkKind.EXACT, SCALE, tuple(SCALE))
        assert framework.carries(LinkKind.REPLACED_BY, SCALE, SCALE)
        assert not framework.carries(LinkKind.RELATED, SCALE, SCALE)
        assert not framework.carries(LinkKind.EXACT, SCALE, [(0, "nichts"), (1, "viel")])

    def test_a_target_is_no_higher_than_the_scale(self):
        assert (framework.fitting(4, 3), framework.fitting(2, 3)) == (3, 2)

    def test_a_row_moves_one_place_and_never_beyond_the_ends(self):
        rows = ["a", "b", "c"]

        assert framework.moved(rows, "b", "up") == ["b", "a", "c"]
        assert framework.moved(rows, "b", "down") == ["a", "c", "b"]
        assert framework.moved(rows, "a", "up") == framework.moved(rows, "c", "down") == rows == ["a", "b", "c"]

    def test_at_the_ends_the_way_on_turns_round(self):
        rows = ["a", "b", "c"]

        assert [framework.way_on(rows, row, "up") for row in rows] == ["down", "up", "up"]
        assert [framework.way_on(rows, row, "down") for row in rows] == ["down", "down", "up"]

    def test_a_taken_key_gets_the_next_number(self):
        assert framework.free_key("daten", ["zahlen"]) == "daten"
        assert framework.free_key("daten", ["daten"]) == "daten-2"
        assert framework.free_key("daten", iter(["daten", "daten-2"])) == "daten-3"

    def test_a_key_is_the_same_in_all_versions(self):
        assert framework.base_key("teamwork.next.2") == framework.base_key("teamwork") == "teamwork"


class TestVersions:
    """What takes the place of what."""

    def test_the_competence_of_the_same_key_is_proposed_and_its_words_are_compared(self):
        same, changed, gone = (Item(number, key, key, ("x",)) for number, key in enumerate(("a", "b", "c")))
        after = [Item(10, "a.next", "a", ("x",)), Item(11, "b.next", "b", ("y",))]

        assert version.compare([same, changed, gone], after) == [
            Change(same, 10, True),
            Change(changed, 11, False),
            Change(gone, None, False),
        ]

    def test_of_two_targets_that_become_one_the_higher_stays_on_a_scale_that_may_be_shorter(self):
        assert version.merged({1: 4, 2: 1, 3: 2, 4: 4}, {1: 9, 2: 9, 3: None}, 3) == {9: 3, 4: 4}


class TestJobs:
    """A file that puts jobs into families, and makes what is missing."""

    KNOWN = jobs.Known(
        {"koch": [(1, 7), (2, 8)], "gärtnerin": [(3, 8)]}, {"küche": 7, "k": 7, "garten": 8}, {"trades": Grade.TRADES}
    )

    def read(self, *lines):
        return jobs.read_jobs(table.read("\n".join(lines)), self.KNOWN)

    def told(self, *lines):
        return [f"{error.line}: {error.sentence}" for error in self.read(*lines)[1]]

    def test_only_jobs_that_change_their_family_are_moved_however_the_words_are_spelled(self):
        moved = jobs.Intake(moves={2: "küche"})
        assert self.read("Stelle;Stellenart", "KOCH;Küche", "Gärtnerin;garten") == (moved, [])
        assert self.read("family;job", "K;koch", "Küche;Gärtnerin") == (jobs.Intake(moves={2: "k", 3: "küche"}), [])
        assert not self.read("job;family", "Gärtnerin;garten")[0]

    def test_what_the_house_does_not_have_becomes_new(self):
        lines = ("job;family;family_en;grade", "Fahrer;Fuhrpark;;TRADES", "Leitung;fuhrpark;Fleet;", "Koch;Fuhrpark")

        found, errors = self.read(*lines)

        assert (found.families, errors, len(found)) == ({"fuhrpark": ("Fuhrpark", "Fleet")}, [], 5)
        assert found.jobs == (
            jobs.NewJob("Fahrer", "fuhrpark", Grade.TRADES),
            jobs.NewJob("Leitung", "fuhrpark", Grade.CLERK, is_assumed=True),
        )
        assert found.moves == {1: "fuhrpark", 2: "fuhrpark"}

    def test_a_new_family_without_an_english_title_is_called_the_same_in_both_languages(self):
        assert self.read("job;family", "Fahrer;Fuhrpark")[0].families == {"fuhrpark": ("Fuhrpark", "Fuhrpark")}

    def test_all_that_is_wrong_in_a_row_is_named_and_the_rest_is_read(self):
        lines = ("job;family;ebene", "Koch;Küche", f"koch;{'x' * 201};König", ";", "Gärtnerin;Garten;Trades")

        assert self.told(*lines) == [
            "3: This job stands in line 2 already.",
            "3: A title is longer than 200 characters.",
            "3: There is no level of hierarchy “König”.",
        ]
        assert self.told("job;family;ebene", ";;König") == [
            "2: The job is missing.",
            "2: The family of the job is missing.",
            "2: There is no level of hierarchy “König”.",
        ]
        assert self.read(*lines)[0] == jobs.Intake(moves={2: "küche"})

    def test_a_file_without_rows_or_columns_is_refused(self):
        assert jobs.read_jobs([], self.KNOWN) == (jobs.Intake(), [table.RowError(1, "The file is empty.")])
        assert self.told("job;other", "a;b") == ["1: The first line must name the columns job and family."]
        assert not self.read("other;family", "a;b")[0]

    def test_a_state_has_another_number_as_soon_as_any_part_of_it_is_different(self):
        stand = jobs.state_number("Bauhof", "Depot", 0)
        assert stand == jobs.state_number("Bauhof", "Depot", 0) < 2**31
        assert len({stand, jobs.state_number("Bauhof", "Depot", 1), jobs.state_number("Bau", "hofDepot", 0)}) == 3


ONE = CompetenceEntry("one", "Eins", "One", "Text", ("sieht",), Ageing(3, 6), (Reference("a", "b", LinkKind.EXACT),))
TWO = replace(ONE, key="two", title="Zwei", title_en="Two", ageing=None, links=())
MODEL = FrameworkEntry(
    "haus", "Haus", "House", "1", (("nichts", "none"), ("etwas", "some")), (AreaEntry("a", "A", "Aa", "", (ONE, TWO)),)
)


def holding(*competences, **other):
    return replace(MODEL, areas=(replace(MODEL.areas[0], competences=competences),), **other)


class TestComparison:
    """What a file changes, and what it leaves as it is."""

    def test_the_summary_names_what_comes_changes_and_goes(self):
        three = replace(ONE, key="three", title="Drei")

        assert comparison.summary(MODEL, holding(replace(ONE, body="Neu"), three)) == comparison.Summary(
            ("Drei",), ("Eins",), ("Zwei",)
        )
        assert comparison.summary(None, MODEL) == comparison.Summary(("Eins", "Zwei"), (), ())

    def test_what_changes_in_areas_is_told(self):
        first, second, third = (AreaEntry(key, key.upper(), key, "") for key in "bcd")
        before = replace(MODEL, areas=(*MODEL.areas, first, second))
        after = replace(
            MODEL, areas=(replace(second, title_en="see", body="Neu"), replace(first, title="Be", title_en="be"), third)
        )

        found = comparison.summary(before, after)

        assert found.areas == comparison.Areas(
            new=("D",), gone=("A",), renamed=(("B", "Be"), ("c", "see")), reworded=("C",), is_reordered=True
        )
        assert comparison.summary(before, before).areas == comparison.summary(None, after).areas == comparison.Areas()

    def test_a_competence_that_comes_into_another_area_has_changed(self):
        other = replace(
            MODEL, areas=(replace(MODEL.areas[0], competences=(ONE,)), AreaEntry("b", "B", "b", "", (TWO,)))
        )

        assert comparison.summary(MODEL, other).changed == ("Zwei",)

    @pytest.mark.parametrize(
        "other",
        [{"title": "X"}, {"title_en": "X"}, {"body": "X"}, {"behaviours": ()}, {"ageing": None}, {"links": ()}],
    )
    def test_every_part_of_a_competence_counts_as_a_change(self, other):
        assert len(comparison.summary(MODEL, holding(replace(ONE, **other), TWO)).changed) == 1

    def test_ageing_and_links_that_a_file_leaves_out_stay(self):
        silent = holding(replace(ONE, ageing=None, links=None), replace(TWO, key="new", links=None))

        found = comparison.completed(MODEL, silent, has_english=True)

        assert list(found.competences) == [ONE, replace(TWO, key="new", links=None)]

    def test_what_a_file_says_counts(self):
        said = holding(replace(ONE, ageing=Ageing(1, 2), links=(), title_en="Uno"), TWO, title_en="Home")

        assert comparison.completed(MODEL, said, has_english=True) == said

    def test_english_that_a_layout_has_not_is_kept_where_the_german_is_the_same(self):
        german = replace(
            holding(replace(ONE, title_en="Eins"), replace(TWO, title="Zwo", title_en="Zwo"), title_en="Haus"),
            levels=(("nichts", "nichts"), ("viel", "viel")),
        )

        found = comparison.completed(MODEL, german, has_english=False)

        assert [one.title_en for one in found.competences] == ["One", "Zwo"]
        assert (found.title_en, found.areas[0].title_en) == ("House", "Aa")
        assert found.levels == (("nichts", "none"), ("viel", "viel"))


class TestMoodle:
    """Moodle's layout, out and in again."""

    def test_what_is_written_is_read_again_but_for_what_moodle_has_not(self):
        rows = table.read(table.write(moodle.to_rows(MODEL)))

        found, errors = moodle.from_rows(rows)

        assert errors == []
        assert moodle.is_moodle(rows)
        assert not moodle.is_moodle(rows[:1])
        assert (found.key, found.title, found.version) == ("haus", "Haus", "1")
        assert [(area.key, area.title) for area in found.areas] == [("a", "A")]
        assert [(one.key, one.title, one.body, one.behaviours) for one in found.competences] == [
            ("one", "Eins", "Text", ("sieht",)),
            ("two", "Zwei", "Text", ("sieht",)),
        ]


class TestReaders:
    """Who reads a statement."""

    OWN = Said(5, person_id=1, actor_id=2, visibility=Visibility.PERSON)
    AGREED = replace(OWN, visibility=Visibility.AGREED)

    def test_the_person_and_the_author_read_it(self):
        assert [rules.may_read(Reader(one), self.OWN) for one in (1, 2, 3)] == [True, True, False]

    def test_what_was_agreed_is_read_by_the_leaders_of_today_if_one_of_them_agreed(self):
        assert rules.may_read(Reader(3, leaders={2, 3}), self.AGREED)
        assert not rules.may_read(Reader(3, leaders={3}), self.AGREED)
        assert not rules.may_read(Reader(3, leaders={2, 3}), self.OWN)

    def test_what_is_shared_is_read(self):
        assert rules.may_read(Reader(3, shared={5}), self.OWN)
        assert not rules.may_read(Reader(3, shared={6}), self.OWN)


class TestInquiriesAndProofs:
    """How long somebody is asked, and when a proof shows something."""

    @pytest.mark.parametrize(("days", "so"), [(-1, False), (0, True), (60, True), (61, False)])
    def test_an_inquiry_ends_within_sixty_days(self, days, so):
        assert is_in_time(DAY + dt.timedelta(days=days), DAY) is so

    def test_who_is_asked_and_what_is_proven_decide_about_the_kind(self):
        assert [one.kind for one in AskedAs] == [Kind.LEADER, Kind.COLLEAGUE, Kind.ASSESSOR]
        assert [one.kind for one in Proof] == [Kind.EXTERNAL, Kind.PRACTICE]

    @pytest.mark.parametrize(
        ("leads", "develops", "asked_as"),
        [(1, 1, AskedAs.LEADER), (1, 0, AskedAs.LEADER), (0, 1, AskedAs.ASSESSOR), (0, 0, AskedAs.COLLEAGUE)],
    )
    def test_the_closest_relation_decides_as_whom_somebody_is_asked(self, leads, develops, asked_as):
        assert closest(leads=bool(leads), develops=bool(develops)) is asked_as

    def test_an_assessor_whose_role_has_ended_answers_as_a_colleague_and_nobody_answers_as_more_than_asked(self):
        assert [answers_as(one, develops=False) for one in AskedAs] == [AskedAs.LEADER, *[AskedAs.COLLEAGUE] * 2]
        assert [answers_as(one, develops=True) for one in AskedAs] == [*AskedAs]

    @pytest.mark.parametrize(
        ("text", "link", "has_file", "so"),
        [("x", None, False, True), ("", "y", False, True), ("", None, True, True), ("", None, False, False)],
    )
    def test_a_proof_shows_words_a_link_or_a_file(self, text, link, has_file, so):
        facts = Facts(Proof.EXTERNAL, "Titel", text, link, DAY, None, {})

        assert facts.shows_something(has_file=has_file) is so

    def test_a_newer_lower_judgement_stands_against_a_proof(self):
        word = Word(1, Kind.SELF, NEXT_DAY, 1)
        lower = rules.current([word], on=NEXT_DAY, ageing=LASTING)

        assert judged_later(2, DAY, lower) == word
        assert judged_later(2, NEXT_DAY, lower) is None
        assert judged_later(1, DAY, lower) is None
        assert judged_later(2, DAY, None) is None

    def test_a_lower_proof_that_lifted_the_judgement_hides_it_not(self):
        words = [Word(1, Kind.SELF, DAY, 1), Word(2, Kind.COMPLETION, NEXT_DAY, 2)]
        lifted = rules.current(words, on=NEXT_DAY, ageing=LASTING)

        assert judged_later(3, DAY - dt.timedelta(days=1), lifted) == words[0]
        assert judged_later(3, DAY, lifted) is None


class TestMoodlesRows:
    """What is wrong in Moodle's rows, and what they relate."""

    def read(self, *rows, scale="nein,ja"):
        head = ("", "KOMP", "Rahmen", "<p>2</p>", "1", scale, "", "", "", "", "", "", "1", "")
        cells = [head, *(("", number, name, "", "1", "", "", "", "0", "null", *rest) for number, name, *rest in rows)]
        return moodle.from_rows([table.Row(number, one) for number, one in enumerate([("",) * 14, *cells], start=1)])

    def test_rows_without_a_name_or_with_a_number_of_another_one_are_named(self):
        found, errors = self.read(("A", ""), ("", "b"), ("C", "c"), ("C", "d"), scale="ja")

        assert found is None
        assert [(error.line, error.sentence) for error in errors] == [
            (2, "The scale must have 2 to 10 values."),
            (3, "The ID number or the short name is missing."),
            (4, "The ID number or the short name is missing."),
            (6, "The ID number C stands in another line as well."),
        ]

    def test_what_two_rows_relate_is_one_link_and_none_leads_to_itself_or_to_nothing(self):
        found, errors = self.read(("A", "a", "B, A,X"), ("B", "b", "A"), ("C", "c", "B"))

        assert errors == []
        assert [one.links for one in found.competences] == [
            (Reference("komp", "b", LinkKind.RELATED),),
            (),
            (Reference("komp", "b", LinkKind.RELATED),),
        ]
        assert [one.behaviours for one in found.competences] == [("To be described.",)] * 3
        assert (found.version, [area.key for area in found.areas]) == ("2", ["general"])

    def test_where_nothing_is_related_the_file_says_nothing_of_links(self):
        assert [one.links for one in self.read(("A", "a", ""))[0].competences] == [None]

    def test_the_row_of_the_model_says_which_values_count_as_proficient(self):
        head = moodle.to_rows(replace(MODEL, levels=(*MODEL.levels, ("viel, sehr", "much"))))[1]

        assert head[5] == "nichts,etwas,viel; sehr"
        assert head[6] == (
            '[{"scaleid":"0"},{"id":2,"scaledefault":1,"proficient":0},{"id":3,"scaledefault":0,"proficient":1}]'
        )
        assert (head[4], head[8:10], head[12]) == ("1", ["0", "null"], "1")
