"""A course: its front matter as fields."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import SelectField, SelectMultipleField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # newer than its types
from wtforms.widgets import CheckboxInput, ListWidget

from app.competences.queries import Named
from app.content.fields import LONGEST_SENTENCE
from app.courses.labels import FORMATS, LANGUAGE_NAMES, TARGET_GROUPS, TOPICS
from app.courses.library.reading import MOST_LEVEL, MOST_MINUTES
from app.courses.rules import Format, Topic
from app.qualifications.labels import EFFECTS
from app.qualifications.rules import Effect
from app.studio.forms.part import PartForm, each_line, line, one_line, several
from app.web.fields import Line, NumberOrNothing
from app.web.form import Form

FREE_ROWS = 2
NO_NUMBER = _l("Please enter the minutes as a whole number.")


def _choice(label: Any, words: Mapping[Any, Any], description: Any = "") -> SelectField:
    pairs = [SelectChoice(value=str(key), label=word) for key, word in words.items()]
    return SelectField(label, choices=pairs, description=description)


class NewCourseForm(Form):
    """How a course begins."""

    title = Line(_l("Title"), 200, _l("Please enter a title of at most 200 characters."))
    format = _choice(_l("Format"), FORMATS)
    topic = _choice(_l("Topic"), TOPICS)

    @property
    def values(self) -> dict[str, Any]:
        """The words of the rules."""
        return {"title": self.title.data, "format": Format(self.format.data), "topic": Topic(self.topic.data)}


class CourseForm(PartForm):
    """A course. `course_form` adds a row for each outcome and each qualification, and some free ones."""

    title = line(_l("Title"))
    format = _choice(
        _l("Format"), FORMATS, _l("A self-paced course has units; a seminar has dates; an external course has a link.")
    )
    topic = _choice(_l("Topic"), TOPICS)
    language = _choice(_l("Language"), LANGUAGE_NAMES)
    summary = several(
        _l("Summary"), _l("One or two sentences for the catalogue: what it is about and what it is good for.")
    )
    abilities = several(
        _l("Afterwards you can …"), _l("One ability on each line, as the end of this sentence."), rows=5
    )
    prerequisites = several(
        _l("Courses that come before"),
        _l("One on each line: its title, or the last part of its address, such as data-collecting."),
    )
    audience = several(_l("Who it is for"), _l("One or two sentences: for whom, and in which situation."))
    target_groups = SelectMultipleField(
        _l("Target groups"),
        choices=[SelectChoice(value=group.value, label=word) for group, word in TARGET_GROUPS.items()],
        widget=ListWidget(prefix_label=False),
        option_widget=CheckboxInput(),
    )
    provider = line(_l("Provider"), _l("Who offers it, if not the administration itself."))
    link = line(_l("Link"), _l("The address of an external course. It begins with https://"), LONGEST_SENTENCE)
    effort = NumberOrNothing(
        _l("Effort in minutes"),
        1,
        MOST_MINUTES,
        NO_NUMBER,
        description=_l("Of a seminar or an external course. That of a self-paced course is the sum of its units."),
    )
    numbers = range(0)
    kinds = range(0)
    slugs: Mapping[str, str] = {}
    """The courses that there are, by their folded titles."""

    @property
    def rows(self) -> list[tuple[SelectField, SelectField, SelectField]]:
        """The three fields of each outcome: competence, from, to."""
        return [(self[f"competence_{n}"], self[f"from_{n}"], self[f"to_{n}"]) for n in self.numbers]

    @property
    def qualifications(self) -> list[tuple[SelectField, SelectField]]:
        """The two fields of each qualification: which, and what the course has to do with it."""
        return [(self[f"qualification_{n}"], self[f"effect_{n}"]) for n in self.kinds]

    @property
    def entries(self) -> dict[str, Any]:
        """The front matter, in the order in which files have it."""
        outcomes = [
            {"competence": what.data, "from": int(start.data), "to": int(end.data)}
            for what, start, end in self.rows
            if what.data
        ]
        named = [self.slugs.get(typed.casefold(), typed) for typed in each_line(self.prerequisites.data)]
        return {
            "title": self.title.data,
            "format": self.format.data,
            "topic": self.topic.data,
            "language": self.language.data,
            "summary": one_line(self.summary.data),
            "abilities": each_line(self.abilities.data),
            "outcomes": outcomes,
            "prerequisites": named,
            **{effect.value: self._named(effect) for effect in Effect},
            "audience": one_line(self.audience.data),
            "target_groups": self.target_groups.data or [],
            "effort_minutes": self.effort.data,
            "provider": self.provider.data or None,
            "link": self.link.data or None,
        }

    def _named(self, effect: Effect) -> list[str] | None:
        """The keys of the qualifications that have to do with the course in this way; without any it says nothing."""
        keys = [which.data for which, how in self.qualifications if which.data and how.data == effect]
        return list(dict.fromkeys(keys)) or None


def course_form(
    meta: Mapping[str, Any],
    body: str,
    revision: int,
    competences: Sequence[Named],
    qualifications: Mapping[str, str],
    titles: Iterable[tuple[str, str]],
) -> CourseForm:
    """The form with what stands in the file; `titles` are the slugs and titles of the courses that there are.

    `qualifications` are the titles of those that can be acquired, by their keys.
    """
    outcomes = [one for one in meta.get("outcomes") or [] if isinstance(one, dict)]
    numbers = range(1, len(outcomes) + FREE_ROWS + 1)
    fields: dict[str, Any] = {"numbers": numbers, "slugs": {title.casefold(): slug for slug, title in titles}}
    known = {one.key: one.title for one in competences}
    named = {str(one.get("competence")): str(one.get("competence")) for one in outcomes}
    for number in numbers:
        fields[f"competence_{number}"] = _choice(_l("Competence"), {"": "–", **named, **known})
        fields[f"from_{number}"] = _choice(_l("from level"), {n: n for n in range(MOST_LEVEL)})
        fields[f"to_{number}"] = _choice(_l("to level"), {n: n for n in range(1, MOST_LEVEL + 1)})
    held = [(effect, str(key)) for effect in Effect for key in _listed(meta, effect)]
    fields["kinds"] = range(1, len(held) + FREE_ROWS + 1)
    for number in fields["kinds"]:
        fields[f"qualification_{number}"] = _choice(
            _l("Qualification"), {"": "–", **{key: key for _effect, key in held}, **qualifications}
        )
        fields[f"effect_{number}"] = _choice(_l("The course"), EFFECTS)
    bearings = {f"qualification_{n}": key for n, (_effect, key) in enumerate(held, start=1)}
    bearings |= {f"effect_{n}": effect.value for n, (effect, _key) in enumerate(held, start=1)}
    kind = type("CourseForm", (CourseForm,), fields)
    form: CourseForm = kind(data=_typed(meta, outcomes) | bearings | {"body": body.strip(), "revision": revision})
    return form


def _listed(meta: Mapping[str, Any], entry: str) -> Sequence[Any]:
    found = meta.get(entry)
    return found if isinstance(found, list) else ()


def _typed(meta: Mapping[str, Any], outcomes: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """What stands in the fields when the page opens."""
    rows = {
        f"{field}_{number}": str(one.get(entry, ""))
        for number, one in enumerate(outcomes, start=1)
        for field, entry in (("competence", "competence"), ("from", "from"), ("to", "to"))
    }
    names = ("title", "format", "topic", "language", "summary", "audience", "provider", "link")
    return {
        **{name: meta.get(name) for name in names},
        "effort": meta.get("effort_minutes"),
        "abilities": "\n".join(map(str, meta.get("abilities") or [])),
        "prerequisites": "\n".join(map(str, meta.get("prerequisites") or [])),
        "target_groups": meta.get("target_groups") or [],
        **rows,
    }
