"""Activity: who did what to which, append-only.

Activity    one act: a moment, an actor, a verb such as "bookings.cancelled", and what it was done to
"""
