"""How easily a password is guessed: common ones, words, names, keys in a row and repeats come first (R20).

zxcvbn knows 30,000 common passwords, and the English words and names that attackers try; what people in a German town
hall add to that stands here.
"""

import threading
import unicodedata
from collections.abc import Iterable

from zxcvbn import zxcvbn

from app.text.folding import shadow

ONE_AT_A_TIME = threading.Lock()
"""zxcvbn keeps the words of the last question in one place for all."""
JUDGED = 72
SHORTEST_WORD = 3
BETWEEN_WORDS = dict.fromkeys(map(ord, " .-_"))
"""Signs that only keep words apart: who guesses tries each of them, and none is a secret."""
WORDS = (
    "lotse passwort kennwort geheim willkommen hallo anmeldung zugang schatz liebling sommer winter herbst frühling",
    "januar februar märz april mai juni juli august september oktober november dezember montag dienstag mittwoch",
    "donnerstag freitag samstag sonntag urlaub feierabend kaffee fussball sonne sonnenschein blume hund katze",
    "verwaltung rathaus bürgeramt behörde kommune gemeinde landkreis bezirk dezernat stadt amt bürger deutschland",
    "administrator verwalter personal büro arbeit computer internet lernen schulung dienststelle",
    "mein meine dein ich mich dich liebe nicht",
)


def guesses(password: str, context: Iterable[str]) -> int:
    """How many guesses it takes somebody who also knows these names of person and house; its beginning is judged."""
    words, written = _words([*context, *WORDS]), unicodedata.normalize("NFC", password)
    joined = written.translate(BETWEEN_WORDS)
    with ONE_AT_A_TIME:
        found = [int(zxcvbn(one[:JUDGED] or "-", user_inputs=words)["guesses"]) for one in (written, joined)]
        zxcvbn("-", user_inputs=[])
    ways_to_join: int = len(BETWEEN_WORDS) ** (len(written) - len(joined))
    return min(found[0], found[1] * ways_to_join)


def _words(texts: Iterable[str]) -> list[str]:
    """Each word as it is written, and in plain letters both ways: Müller, Mueller, Muller."""
    found = [word for text in texts for word in (*text.casefold().split(), *shadow(text).split())]
    return [word for word in dict.fromkeys(found) if len(word) >= SHORTEST_WORD]
