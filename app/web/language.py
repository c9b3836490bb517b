"""Which language a page speaks: the one this browser chose, German otherwise. The only set-up of Flask-Babel."""

from collections.abc import Callable
from functools import partial

from babel.support import NullTranslations, Translations
from flask import Flask, has_request_context, request
from flask_babel import Babel, Domain
from jinja2.nodes import EvalContext
from jinja2.utils import pass_eval_context
from markupsafe import Markup

from app.text.language import LANGUAGES, TRANSLATIONS, language
from app.web.environment import lasting

COOKIE = "language"


class Catalogues(Domain):
    """The translations, found by the language alone: a page asks for a hundred words."""

    def __init__(self) -> None:
        super().__init__()
        self.found: dict[str, NullTranslations] = {}
        self.sentences: dict[tuple[str, str], Markup] = {}

    def get_translations(self) -> NullTranslations:
        """Those of the current language."""
        wanted = language()
        found = self.found.get(wanted)
        if found is None:
            found = self.found[wanted] = Translations.load(TRANSLATIONS, [wanted])
        return found

    def sentence(self, text: str) -> Markup:
        """The text in the current language, for HTML; made once each."""
        key = language(), text
        found = self.sentences.get(key)
        if found is None:
            found = self.sentences[key] = Markup(self.get_translations().ugettext(text))  # noqa: S704 - our own
        return found


def init_app(app: Flask, *, remember: Callable[[str], None]) -> None:
    """Let templates and messages be translated; `remember` keeps the language that somebody has chosen."""
    app.extensions["lotse.remember_language"] = remember
    app.config["BABEL_TRANSLATION_DIRECTORIES"] = str(TRANSLATIONS)
    app.config["BABEL_DEFAULT_TIMEZONE"] = "Europe/Berlin"
    babel = Babel(app, default_locale="de", locale_selector=_choose)
    babel.domain_instance = catalogues = Catalogues()
    app.jinja_env.globals["_"] = pass_eval_context(partial(_translate, catalogues))
    lasting(app)["_"] = partial(_translate, catalogues, EvalContext(app.jinja_env))
    app.jinja_env.filters["spoken_in"] = spoken_in


def spoken_in(text: str, spoken: str) -> str:
    """The text, marked with its language where the page speaks another, so that it is read aloud rightly."""
    if not text or spoken == language():
        return text
    return Markup('<span lang="{}">{}</span>').format(spoken, text)


def _translate(catalogues: Catalogues, context: EvalContext, text: str, **values: object) -> str:
    """`_("…")` in a template: what is filled in is escaped, the sentence is not."""
    found = catalogues.sentence(text) if context.autoescape else catalogues.get_translations().ugettext(text)
    return found % values if values or "%" in found else found


def _choose() -> str:
    chosen = request.cookies.get(COOKIE, "de") if has_request_context() else "de"
    return chosen if chosen in LANGUAGES else "de"
