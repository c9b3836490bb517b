"""Files are read, or named with the line where they are wrong."""

import os
import unicodedata

import pytest

from app.content.source import LONGEST, BadContent, read, read_all


def problems(tmp_path, raw: bytes) -> list[str]:
    (tmp_path / "one.md").write_bytes(raw)
    return [str(problem) for problem in read_all(tmp_path, "*.md")[1]]


def test_a_file_gives_its_front_matter_its_text_and_the_lines_of_its_entries(tmp_path):
    (tmp_path / "one.md").write_text(
        "---\ntitle: Eins\nlist:\n  - a\n  - b: 1\n---\n\nText --- hier.\n", encoding="utf-8"
    )

    source = read(tmp_path, tmp_path / "one.md")

    assert (source.meta, source.body) == ({"title": "Eins", "list": ["a", {"b": 1}]}, "Text --- hier.\n")
    assert [source.line("title"), source.line("list", 1, "b"), source.line("list", 1, "missing")] == [2, 5, 5]


def test_windows_line_ends_a_byte_order_mark_and_decomposed_umlauts_make_no_difference(tmp_path):
    text = "---\ntitle: Prüfung\n---\nText\n"
    (tmp_path / "plain.md").write_text(text, encoding="utf-8")
    other = "\ufeff" + unicodedata.normalize("NFD", text).replace("\n", "\r\n")
    (tmp_path / "other.md").write_bytes(other.encode())

    assert read(tmp_path, tmp_path / "plain.md").hash == read(tmp_path, tmp_path / "other.md").hash


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (b"", "one.md:1: the front matter between two lines of --- is missing"),
        (b"Text\n---\na: 1\n---\n", "one.md:1: the front matter between two lines of --- is missing"),
        (b"---\na: 1\nText\n", "one.md:1: the front matter between two lines of --- is missing"),
        (b"---\n---\nText\n", "one.md:1: the front matter must be a list of `name: value` lines"),
        (b"---\n- a\n---\n", "one.md:1: the front matter must be a list of `name: value` lines"),
        (b"---\na: 1\nb: [1\n---\n", "one.md:3: the front matter is not valid YAML: "),
        (b'---\na: "open\nb: 1\nc: 2\n---\n', "one.md:2: the front matter is not valid YAML: "),
        (b"---\na: &x 1\nb: *x\n---\n", "one.md:3: the front matter is not valid YAML: aliases are not allowed"),
        (b"---\na: 2026-13-40\n---\n", "one.md:1: the front matter holds a value that does not exist: "),
        (b"---\na: 1\n---\nZeile\nGr\xfc\xdfe\n", "one.md:5: the file is not UTF-8; save it in that encoding"),
        (b"---\na: " + b"[" * 5000 + b"\n---\n", "one.md:1: the front matter is nested too deeply"),
        (b"---\na: \x00\n---\n", "one.md:2: there is a null character; remove it"),
        (b"---\na: 1\n---\nText\x00\n", "one.md:4: there is a null character; remove it"),
        (b"---\na: 1\nb: 2\na: 3\n---\n", "one.md:4: a stands there twice"),
        (b"x" * 10 * 1024 * 1024, f"one.md:1: the file is larger than {LONGEST // 1024} KiB; split it"),
    ],
)
def test_a_bad_file_is_named_with_its_line(tmp_path, raw, expected):
    (found,) = problems(tmp_path, raw)

    assert found.startswith(expected)


def test_what_is_no_file_of_the_folder_is_named_and_not_followed(tmp_path):
    outside = tmp_path / "outside.md"
    outside.write_text("---\na: 1\n---\n", encoding="utf-8")
    folder = tmp_path / "content"
    folder.mkdir()
    (folder / "a-link.md").symlink_to(outside)
    (folder / "broken.md").symlink_to(folder / "gone.md")
    (folder / "folder.md").mkdir()

    sources, found = read_all(folder, "*.md")

    assert sources == []
    sentence = "1: this is no file of this folder; put the text itself here"
    assert [str(one) for one in found] == [f"{name}.md:{sentence}" for name in ("a-link", "broken", "folder")]


@pytest.mark.parametrize("name", ["one.MD", "one.Md", "one.mD"])
def test_a_name_that_ends_in_capital_letters_is_named_and_not_passed_over(tmp_path, name):
    (tmp_path / name).write_text("---\na: 1\n---\n", encoding="utf-8")

    sources, found = read_all(tmp_path, "*.md")

    assert sources == []
    assert [str(one) for one in found] == [f"{name}:1: the name of the file must end in .md, in small letters"]


def test_a_source_knows_the_line_in_which_its_text_begins(tmp_path):
    for name, below in {"one": "Text\n", "two": "\n \n  Text\nmehr\n\n", "three": "", "four": "\r\n\r\nText"}.items():
        (tmp_path / f"{name}.md").write_bytes(f"---\na: 1\n---\n{below}".encode())

    lines = {name: read(tmp_path, tmp_path / f"{name}.md").body_line for name in ("one", "two", "three", "four")}

    assert lines == {"one": 4, "two": 6, "three": 4, "four": 6}


def test_a_name_that_is_not_utf_8_is_said_in_letters_that_can_be_printed(tmp_path):
    (tmp_path / os.fsdecode(b"gr\xfc\xdfe.md")).write_text("---\na: 1\n---\n", encoding="utf-8")

    _, (found,) = read_all(tmp_path, "*.md")

    assert str(found).encode() == b"gr??e.md:1: the name of the file is not UTF-8; give it another one"


def test_one_bad_file_does_not_hide_the_others(tmp_path):
    (tmp_path / "a.md").write_text("---\na: 1\n---\n", encoding="utf-8")
    (tmp_path / "b.md").write_text("nothing", encoding="utf-8")

    sources, found = read_all(tmp_path, "*.md")

    assert ([source.path for source in sources], [problem.path for problem in found]) == (["a.md"], ["b.md"])


def test_what_an_entry_must_be_is_said(tmp_path):
    (tmp_path / "one.md").write_text("---\ntitle: 5\nlist: x\n---\n", encoding="utf-8")
    source = read(tmp_path, tmp_path / "one.md")

    for ask in (
        lambda: source.text("title"),
        lambda: source.number("list", 1, 5),
        lambda: source.texts("list"),
    ):
        with pytest.raises(BadContent):
            ask()
