"""What is typed in about teams that are a cross-section."""

from app.panels.forms.draw import CallForm, SeedForm
from app.panels.forms.member import CircleForm, MemberForm
from app.panels.forms.panel import NewPanelForm, PanelForm, QuotasForm, quotas_form

__all__ = [
    "CallForm",
    "CircleForm",
    "MemberForm",
    "NewPanelForm",
    "PanelForm",
    "QuotasForm",
    "SeedForm",
    "quotas_form",
]
