"""Events: what the house runs beside its courses: a conference, an IT-Café, a workshop.

Event      when, where and what; its seats are a Bookable's
Entry      an event as a line of the agenda, with free seats and where the reader stands
"""
