"""Events: what the house runs beside its courses: a conference, an IT-Café, a workshop.

Event      when, where and what; its seats are a Bookable's
Series     a rule by which dates come again; each date is an event
Mark       somebody keeps a date, or a series, in their calendar without a seat
Outcome    to which level being there leads in a competence; an attendance is evidence of it
Programme  what an event consists of, and how people come to their slots
TimeBand   a stretch of its time: slots side by side, something for all, or a break
Slot       a part of the programme in a time band; its seats are a Bookable's, part of the event's
Release    a version of the programme that participants see
SlotWish   a slot on somebody's list; the best of a time band has rank 1
Timetable  one person's programme
Entry      an event as a line of the agenda, with free seats and where the reader stands
"""
