"""Papers: for everybody, with our letters in them, and what people typed is text and never code."""

import re
from pathlib import Path

import pytest
import typst

from app.text.language import speaking
from app.text.paper import ROOT, paper
from tests.text import pdf

CODE = [
    "#panic(1)",
    "$x^2$",
    "\\",
    '"',
    "] [",
    '#import "/x": y',
    "*fett* _schräg_ `roh`",
    "// kein Kommentar /* keiner */",
    "@verweis <marke>",
    "= Überschrift",
    '#read("/etc/passwd")',
    "#{sys.inputs}",
    "https://stadt.example",
    "~ -- --- ... \\u{41}",
]
pytestmark = pytest.mark.any_database
TEMPLATES = sorted(Path(ROOT).rglob("*.typ"))


def listed(*names, **other):
    rows = [[str(number), name, name, ""] for number, name in enumerate(names, 1)]
    said = {"title": "Teilnahmeliste", "running": "Konferenz", "lead": "", "notice": "", "head": ["a", "b", "c", "d"]}
    return paper("bookings/templates/bookings/signature_list.typ", **(said | other), rows=rows)


def badge(*names):
    people = [[name, name, name] for name in names]
    return paper("bookings/templates/bookings/badges.typ", title="Schilder", running="Konferenz", people=people)


@pytest.fixture(autouse=True)
def german(context):
    with speaking("de"):
        yield


def test_a_paper_says_its_title_and_language_and_is_tagged():
    made = listed("Ada Ahrens")

    assert pdf.read(made).metadata.title == "Teilnahmeliste"
    assert pdf.read(made).root_object["/Lang"] == "de"
    assert pdf.read(made).root_object["/ViewerPreferences"]["/DisplayDocTitle"]
    assert pdf.says_it_is_for_everybody(made)
    assert "Stadt Probe" in pdf.text(made)


def test_the_head_of_a_table_is_one_for_those_who_listen():
    def kinds(one):
        yield str(one.get("/S"))
        inside = one.get("/K", [])
        for part in inside if isinstance(inside, list) else [inside]:
            part = part.get_object() if hasattr(part, "get_object") else part
            if isinstance(part, dict):
                yield from kinds(part)

    found = list(kinds(pdf.read(listed("Ada Ahrens")).root_object["/StructTreeRoot"]))

    assert (found.count("/H1"), found.count("/TH"), found.count("/TD")) == (1, 4, 4)


def test_letters_come_with_the_file_and_umlauts_are_right():
    made = listed("Jürgen Größe, Çetin Łukasz Đorđe Šťastný Őry Ștefan")

    assert "Jürgen Größe, Çetin Łukasz Đorđe Šťastný Őry Ștefan" in pdf.text(made)
    assert pdf.fonts(made)
    assert all(name.endswith(("+FiraSans-Regular", "+FiraSans-SemiBold")) for name in pdf.fonts(made))
    assert all(pdf.fonts(made).values())


@pytest.mark.parametrize("typed", CODE)
@pytest.mark.parametrize("make", [listed, badge])
def test_what_people_typed_is_text_and_never_code(make, typed):
    assert " ".join(typed.split()).replace(" ", "") in pdf.text(make(typed)).replace(" ", "")


@pytest.mark.parametrize("typed", CODE[:3])
def test_as_a_title_too(typed):
    made = listed(title=typed, running=typed, lead=typed)

    assert pdf.read(made).metadata.title == typed
    assert pdf.text(made).count(typed) >= 3


def test_signs_that_nothing_shows_become_blanks():
    assert "Ada Ahrens" in pdf.text(listed("Ada\0Ahrens", "Max\u2028Meyer"))


def test_a_name_in_letters_that_our_font_lacks_is_still_printed():
    made = listed("日本 Ahrens")

    assert "Ahrens" in pdf.text(made)
    assert not pdf.says_it_is_for_everybody(made)
    assert "/StructTreeRoot" in pdf.read(made).root_object


def test_a_long_double_name_stays_on_its_badge():
    long = "Friederike-Charlotte", "von Schmidt-Leutheusser-Schnarrenberger", "Amt für Straßenbau und Verkehrslenkung"
    made = paper("bookings/templates/bookings/badges.typ", title="S", running="K", people=[long] * 10)

    assert len(pdf.read(made).pages) == 1
    assert pdf.text(made).replace(" ", "").count("vonSchmidt-Leutheusser-Schnarrenberger") == 10


def test_a_long_list_has_its_head_and_its_number_on_every_page():
    made = listed(*["Ada Ahrens"] * 90, head=["Nr.", "Name", "Einheit", "Unterschrift"])

    pages = [page.extract_text() for page in pdf.read(made).pages]
    assert len(pages) > 2
    assert all("Unterschrift" in page for page in pages)
    assert f"Seite {len(pages)} / {len(pages)}" in pages[-1]


def code_in(source):
    """Where a template runs text as code, or asks for something that is not Lotse's."""
    return re.findall(r"\beval\(|@preview|\bplugin\(|\bread\(|mode:", source)


def test_no_template_runs_text_as_code_or_fetches_anything():
    assert len(TEMPLATES) >= 4
    assert {path.name: found for path in TEMPLATES if (found := code_in(path.read_text()))} == {}


class TestEachGuardBites:
    @pytest.mark.parametrize("source", ['eval("1")', '#import "@preview/x:1": y', "plugin(p)", 'read("/x")'])
    def test_code_in_a_template(self, source):
        assert code_in(source)

    def test_text_that_is_run(self, tmp_path):
        bad = tmp_path / "bad.typ"
        bad.write_text('#set document(title: "x")\n#eval(sys.inputs.data, mode: "markup")')

        with pytest.raises(typst.TypstError, match="panicked"):
            typst.compile(bad, sys_inputs={"data": "#panic(1)"})

    def test_a_paper_without_a_title(self, tmp_path):
        bad = tmp_path / "bad.typ"
        bad.write_text("Ohne Titel")

        assert not pdf.says_it_is_for_everybody(typst.compile(bad))
