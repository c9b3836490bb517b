"""Words of the town that only some may read."""

from tests.security.expected import ELSEWHERE
from tests.security.world import ACTORS

SECRETS = {
    "eine Notiz über mich": {"owner"},
    "Ein eigener Schritt": {"owner"},
    "Ein eigener Nachweis": {"owner", "colleague"},
    "Ein alter Ausweis": {"owner", "hr", "developer"},
    "Worte zum Nachweis": {"owner", "colleague"},
    "Bitte ein Wort": {"owner", "leader"},
    "Ein entfernter Schritt": {"owner"},
    "Nur für mich notiert": {"owner"},
    "Alte Vorlage": {"hr", "other_hr", "developer"},
    "weil es passt": {"owner", "leader", "deputy"},
    "weil es drängt": {"owner", "leader", "deputy", "other_leader"},
    "Entwurf der Person": {"owner"},
    "Entwurf der Führung": {"leader"},
    "Freigabe der Person": {"owner", "leader"},
    "Freigabe der Führung": {"owner", "leader"},
    "Ein vereinbarter Schritt": {"owner", "leader", "deputy"},
    "Eine Notiz zu zweit": {"owner", "colleague"},
    "Ein Satz über meine Woche": {"owner"},
    "Eine Praxiserfahrung": {"owner"},
    "Owner Probe": {
        *("owner", "colleague", "leader", "deputy", "organiser", "other_team", "other_leader"),
        *("hr", "developer"),
    },
    "Ein Wunsch im Vertrauen": {"owner", "leader", "deputy", "hr", "developer"},
    "Ein Grund im Vertrauen": {"owner", "hr", "developer"},
    "Wunsch draft": {"owner"},
    "owner.secret@stadt.example": {"owner", "organiser"},
    "P-SECRET": {"owner", "hr", "developer"},
    "ein geteilter Beweis": {"owner", "colleague"},
    "ein vereinbartes Gespräch": {"owner", "leader", "deputy"},
    "Nur für das Tiefbauamt": set(ELSEWHERE),
    "Raum im Tiefbauamt": set(ELSEWHERE),
    "Noch nicht bekannt": {"organiser"},
    "erst-in-einem-monat": {"organiser"},
    "nur-mit-platz": {"owner"},
    "Ein Kurs als Entwurf": set(),
    "Modell als Entwurf": {"hr", "other_hr", "developer"},
    "Können im Entwurf": {"developer"},
    "SECR-ETAA": {"owner"},
    "SECR-ETLL": {"owner", "organiser", "auditor"},
    "Nur für die Messeleitung": {"owner", "organiser"},
    "SECR-ETBB": {"owner", "organiser", "auditor"},
    "ohne Sellerie": {"owner", "organiser"},
    "Ein Satz ohne Namen": {"organiser"},
    "Der sechste Satz": set(),
    "Name auf dem Papier": set(ACTORS),
    "Name von früher": set(),
    "Nur der Grund des Widerrufs": {"owner"},
    "Ein Team nach Namen": {"owner", "colleague", "organiser"},
}
"""Each occurs in the rows of the town, and the people may read it who stand here."""


def leaks(shown: str, actor: str) -> set[str]:
    """The words in what this actor is shown that are not meant for them."""
    return {secret for secret, readers in SECRETS.items() if secret in shown and actor not in readers}
