"""Questions about the operator's texts."""

from sqlalchemy import Select, case, select

from app.pages.models import StaticPage


def page_in(slug: str, language: str) -> Select[StaticPage]:
    """The text of this name, in the language where it exists in it, otherwise in German."""
    preferred = case((StaticPage.language == language, 0), else_=1)
    return (
        select(StaticPage)
        .where(StaticPage.slug == slug, StaticPage.language.in_({language, "de"}))
        .order_by(preferred)
        .limit(1)
    )
