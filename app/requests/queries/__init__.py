"""Questions about requests: one's own, those of a leader, those of HR, and budgets."""

from app.requests.queries.budget import (
    Account,
    account_of,
    accounts,
    bills_of,
    budgets_visible_to,
    is_within_scope,
    nearest_budget,
    units_in_scope,
    unpaid_within,
    years_of_budgets,
)
from app.requests.queries.hr import (
    deciders_at_hr,
    for_hr,
    number_for_hr,
    numbers_of_states,
    requests_visible_to_hr,
    years_of_requests,
)
from app.requests.queries.own import (
    Offers,
    gaps_of,
    looks_at_requests,
    offers_after_no,
    own_requests,
    same_draft,
    steps_of,
    who_decides,
)
from app.requests.queries.team import MOST_WAITING, Lines, lines_for, number_waiting_for, waiting_for
from app.requests.queries.times import forgotten_on, over_and_unasked

__all__ = [
    "MOST_WAITING",
    "Account",
    "Lines",
    "Offers",
    "account_of",
    "accounts",
    "bills_of",
    "budgets_visible_to",
    "deciders_at_hr",
    "for_hr",
    "forgotten_on",
    "gaps_of",
    "is_within_scope",
    "lines_for",
    "looks_at_requests",
    "nearest_budget",
    "number_for_hr",
    "number_waiting_for",
    "numbers_of_states",
    "offers_after_no",
    "over_and_unasked",
    "own_requests",
    "requests_visible_to_hr",
    "same_draft",
    "steps_of",
    "units_in_scope",
    "unpaid_within",
    "waiting_for",
    "who_decides",
    "years_of_budgets",
    "years_of_requests",
]
