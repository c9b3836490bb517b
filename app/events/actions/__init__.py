"""What can be done with events and their programmes."""

from app.events.actions.dates import call_off_dates, publish_dates, revise_dates
from app.events.actions.event import (
    call_off,
    copy,
    create,
    plan,
    publish,
    refuse_called_off,
    revise,
)
from app.events.actions.marks import mark, mark_series, unmark, unmark_series
from app.events.actions.outcomes import follow_competences, lead_to, prove_attendance, take_back_proof
from app.events.actions.programme import (
    add_band,
    add_room,
    add_slot,
    change_band,
    change_room,
    change_slot,
    drop_slot,
    remove_band,
    remove_room,
    restore_slot,
    set_choosing,
)
from app.events.actions.release import release
from app.events.actions.series import come_again, plan_series, prolong
from app.events.actions.timetable import FOLLOWERS, leave_slot, swap_slot, take_slot
from app.events.actions.wishes import ASSIGN, hand_out, rank, start_assignment

__all__ = [
    "ASSIGN",
    "FOLLOWERS",
    "add_band",
    "add_room",
    "add_slot",
    "call_off",
    "call_off_dates",
    "change_band",
    "change_room",
    "change_slot",
    "come_again",
    "copy",
    "create",
    "drop_slot",
    "follow_competences",
    "hand_out",
    "lead_to",
    "leave_slot",
    "mark",
    "mark_series",
    "plan",
    "plan_series",
    "prolong",
    "prove_attendance",
    "publish",
    "publish_dates",
    "rank",
    "refuse_called_off",
    "release",
    "remove_band",
    "remove_room",
    "restore_slot",
    "revise",
    "revise_dates",
    "set_choosing",
    "start_assignment",
    "swap_slot",
    "take_back_proof",
    "take_slot",
    "unmark",
    "unmark_series",
]
