"""How formats, topics, lengths and languages are called: the one place for these words."""

from flask_babel import lazy_gettext as _l

from app.courses.rules import Format, Length, TargetGroup, Topic, When
from app.text.language import LANGUAGES, speaking

FORMATS = {
    Format.SELF_PACED: _l("Self-paced course"),
    Format.SEMINAR: _l("Seminar"),
    Format.EXTERNAL: _l("External course"),
}
TOPICS = {
    Topic.DATA: _l("Data"),
    Topic.DIGITAL: _l("Digital tools"),
    Topic.COMMUNICATION: _l("Communication"),
    Topic.SELF_MANAGEMENT: _l("Self-management"),
    Topic.LEADERSHIP: _l("Leadership and change"),
    Topic.SAFETY: _l("Safety and data protection"),
    Topic.PROJECTS: _l("Projects"),
}
LENGTHS = {
    Length.BREAK: _l("up to 15 minutes"),
    Length.HOUR: _l("15 minutes to 1 hour"),
    Length.HALF_DAY: _l("1 to 4 hours"),
    Length.LONGER: _l("over 4 hours"),
}
TARGET_GROUPS = {
    TargetGroup.EVERYBODY: _l("All employees"),
    TargetGroup.CLERKS: _l("Case work and offices"),
    TargetGroup.PUBLIC_CONTACT: _l("Contact with the public"),
    TargetGroup.WITHOUT_DESK: _l("Without a desk of one’s own"),
    TargetGroup.PROJECT_STAFF: _l("Projects and changes"),
    TargetGroup.LEADERS: _l("Leaders"),
}
DATES = {
    When.FREE: _l("with free seats"),
    When.SOON: _l("in the next 4 weeks"),
}
LANGUAGE_NAMES = {"de": _l("German"), "en": _l("English")}


def format_label(value: Format) -> str:
    """The name of a format, in the language of the page."""
    return str(FORMATS[value])


def format_labels() -> dict[Format, str]:
    """The names of all formats, in the language of the page."""
    return {value: str(label) for value, label in FORMATS.items()}


def topic_label(value: Topic) -> str:
    """The name of a topic, in the language of the page."""
    return str(TOPICS[value])


def target_label(value: str) -> str:
    """The name of a group of people, in the language of the page."""
    return str(TARGET_GROUPS[TargetGroup(value)])


def language_label(value: str) -> str:
    """The name of a language, in the language of the page."""
    return str(LANGUAGE_NAMES[value])


def topic_words(topic: Topic) -> list[str]:
    """The names of a topic in every language, for the search."""
    words = []
    for language in LANGUAGES:
        with speaking(language):
            words.append(topic_label(topic))
    return words
