"""What one of the accounts has handed in, and whom she asks for their word."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from app.competences.models import Evidence, EvidenceClaim, Inquiry, InquiryLine, Statement
from app.competences.rules import AskedAs, InquiryStage, Proof
from app.demo.diary import Diary
from app.demo.staff import Employee, Staff

MEMBER, LEADER, COLLEAGUE, DEVELOPER = "beschaeftigte", "leitung", "orga", "personalentwicklung"
THREE_MONTHS, THREE_YEARS = dt.timedelta(days=90), dt.timedelta(days=3 * 365)
FORTNIGHT, TWO_DAYS = dt.timedelta(days=14), dt.timedelta(days=2)


@dataclass(frozen=True)
class Piece:
    """A proof of the script."""

    proof: Proof
    title: str
    text: str
    happened_on: dt.date
    level: int
    valid_until: dt.date | None = None


def tell(hired: Staff, competences: Sequence[int], diary: Diary) -> None:
    """Two proofs, one of them confirmed; an inquiry to a colleague, one to the leader, one to HR development.

    `competences` begin with those that the texts speak of: learning from errors, and learning by oneself.
    """
    if not competences:
        return
    member, leader, colleague, developer = (hired.accounts[key] for key in (MEMBER, LEADER, COLLEAGUE, DEVELOPER))
    _hand_in(member, _certificate(diary.today), competences[:1], diary)
    practice = _hand_in(member, _practice(diary.today), competences[:2], diary)
    confirmed = {
        "evidence_id": practice,
        "evidence_version": 1,
        "stage": InquiryStage.CONFIRMED,
        "word": "Ja, so war es. Die Prüfliste nutzen wir im Team bis heute.",
        "answered_at": diary.moment(diary.today - FORTNIGHT),
    }
    note = "Du warst dabei, als wir die Prüfliste eingeführt haben."
    _ask(member, colleague, AskedAs.COLLEAGUE, note, diary, asked_on=diary.today - 2 * FORTNIGHT, **confirmed)
    note = "Wir haben im Frühjahr zusammen nachgesehen, woran Anträge hängen bleiben."
    _about(_ask(member, colleague, AskedAs.COLLEAGUE, note, diary), competences[:1], diary)
    note = "Vor unserem Gespräch im Januar würde mich Ihr Blick interessieren."
    _about(_ask(member, leader, AskedAs.LEADER, note, diary), competences[:2], diary)
    note = "Im Workshop zur Fehlerkultur haben Sie gesehen, wie ich an so etwas herangehe."
    _about(_ask(member, developer, AskedAs.ASSESSOR, note, diary), competences[:1], diary)


def _certificate(today: dt.date) -> Piece:
    text = "Lehrgang „Fehler erkennen und vermeiden“ an der Volkshochschule, 40 Stunden mit Abschlussprüfung."
    day = today - THREE_YEARS
    return Piece(Proof.EXTERNAL, "Zertifikat der Volkshochschule", text, day, 2)


def _practice(today: dt.date) -> Piece:
    text = (
        "Ich habe gesammelt, warum Bescheide zurückkamen, und daraus eine Prüfliste gemacht. Wie man so eine Vorlage "
        "baut, habe ich mir selbst beigebracht.\nSeither kommt kaum noch ein Bescheid zurück."
    )
    return Piece(Proof.PRACTICE, "Prüfliste für Bescheide eingeführt", text, today - THREE_MONTHS, 2)


def _hand_in(person: Employee, piece: Piece, competences: Sequence[int], diary: Diary) -> int:
    at = diary.moment(diary.today - 2 * FORTNIGHT)
    evidence = diary.rows.add(
        Evidence,
        person_id=person.id,
        proof=piece.proof,
        title=piece.title,
        text=piece.text,
        link=None,
        file_id=None,
        happened_on=piece.happened_on,
        valid_until=piece.valid_until,
        version=1,
        changed_at=at,
        withdrawn_at=None,
    )
    for competence in competences:
        statement = diary.rows.add(
            Statement,
            person_id=person.id,
            competence_id=competence,
            level=piece.level,
            observed_on=piece.happened_on,
            recorded_at=at,
            kind=piece.proof.kind,
            actor_id=None,
            source=piece.title,
        )
        claim = {"competence_id": competence, "level": piece.level, "statement_id": statement}
        diary.rows.link(EvidenceClaim, evidence_id=evidence, **claim)
    return evidence


def _ask(
    person: Employee,
    asked: Employee,
    asked_as: AskedAs,
    note: str,
    diary: Diary,
    asked_on: dt.date | None = None,
    **answer: object,
) -> int:
    open_ = {"evidence_id": None, "evidence_version": None, "stage": InquiryStage.OPEN, "word": "", "answered_at": None}
    day = asked_on or diary.today - TWO_DAYS
    return diary.rows.add(
        Inquiry,
        person_id=person.id,
        asked_id=asked.id,
        asked_as=asked_as,
        note=note,
        asked_at=diary.moment(day),
        ends_on=day + FORTNIGHT,
        **(open_ | answer),
    )


def _about(inquiry: int, competences: Sequence[int], diary: Diary) -> None:
    for competence in competences:
        diary.rows.link(InquiryLine, inquiry_id=inquiry, competence_id=competence, statement_id=None)
