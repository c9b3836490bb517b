"""What is wrong with a file, said in English on the command line, and in the reader's language on a page."""

from collections.abc import Callable

from flask_babel import gettext


class Sentence(str):
    """An English sentence that remembers what it was made of, so that a page can say it in another language."""

    template: str
    values: dict[str, object]


def said(template: str, **values: object) -> Sentence:
    """The sentence; translations are collected from the templates."""
    sentence = Sentence(template % values if values else template)
    sentence.template, sentence.values = template, values
    return sentence


def in_words(sentence: str, name: Callable[[str], str] = str) -> str:
    """The sentence in the language of the page; `name` says how an entry of a file is called there."""
    if not isinstance(sentence, Sentence):
        return sentence
    values = {key: name(str(value)) if key == "name" else value for key, value in sentence.values.items()}
    return gettext(sentence.template, **values)
