"""A content folder to write files into: every entry has a default, a test says only what matters."""

from pathlib import Path
from typing import Any

import yaml

GOOD_CHECK = [
    {
        "question": "Was ist richtig?",
        "kind": "single",
        "answers": [
            {"text": "Dies", "correct": True, "because": "So ist es."},
            {"text": "Das", "because": "So ist es nicht."},
        ],
    }
]


def write(path: Path, meta: dict[str, Any], body: str = "Ein Text.\n") -> Path:
    """A file with front matter."""
    path.parent.mkdir(parents=True, exist_ok=True)
    front = yaml.safe_dump(meta, allow_unicode=True, sort_keys=False)
    path.write_text(f"---\n{front}---\n{body}", encoding="utf-8")
    return path


def course(root: Path, slug: str = "daten", body: str = "Worum es geht.\n", **other: Any) -> Path:
    """A course's file; None leaves an entry out."""
    meta = {
        "title": "Daten verstehen",
        "format": "self-paced",
        "topic": "data",
        "language": "de",
        "summary": "Worum es geht.",
        "abilities": ["Zahlen prüfen"],
        "audience": "Alle.",
        "outcomes": [{"competence": "data-collect", "from": 0, "to": 2}],
        "prerequisites": [],
        "target_groups": ["everybody"],
    }
    return write(root / "courses" / slug / "course.md", _merged(meta, other), body)


def unit(
    root: Path,
    slug: str = "daten",
    name: str = "10-eins",
    key: str | None = None,
    body: str = "Ein Text.\n",
    **other: Any,
) -> Path:
    """A unit's file."""
    meta = {"id": key or f"{slug}-{name}", "title": "Einheit", "minutes": 5}
    return write(root / "courses" / slug / "units" / f"{name}.md", _merged(meta, other), body)


def page(root: Path, slug: str = "help", body: str = "So geht es.\n") -> Path:
    """A page's file."""
    return write(root / "pages" / "de" / f"{slug}.md", {"title": "Hilfe"}, body)


def event(root: Path, body: str = "Willkommen.\n", **other: Any) -> Path:
    """An event's file."""
    meta = {
        "id": "cafe",
        "title": "Café",
        "summary": "Eine Stunde.",
        "place": "Rathaus",
        "in_days": 9,
        "weekday": 2,
        "start": "14:00",
        "end": "15:00",
        "seats": 25,
        "mode": "first-come",
    }
    return write(root / "events" / "cafe.md", _merged(meta, other), body)


def competence(root: Path, key: str = "data-collect", title: str = "Daten erheben") -> None:
    """A framework with one competence, four levels high."""
    named = {"title": title, "title_en": title}
    levels = [{"title": f"Stufe {n}", "title_en": f"Level {n}"} for n in range(5)]
    folder = root / "competences" / "modell"
    write(folder / "framework.md", {"id": "modell", **named, "version": "1", "levels": levels})
    write(folder / "01-daten" / "area.md", {"id": "daten", "title": "Datenkompetenz", "title_en": "Data literacy"})
    behaviours = {n: f"Ich kann Stufe {n}." for n in range(1, 5)}
    write(folder / "01-daten" / f"{key}.md", {"id": key, **named, "levels": behaviours})


def small(root: Path) -> Path:
    """A folder with one competence, and one course of two units."""
    competence(root)
    course(root)
    unit(root, name="10-eins", minutes=5, check=GOOD_CHECK)
    unit(root, name="20-zwei", minutes=7)
    return root


def _merged(meta: dict[str, Any], other: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in (meta | other).items() if value is not None}
