"""Stands of a fair: what offices show, where, and what a visitor wants to see.

Fair     a date that has stands, and until when offices register one
Stand    what an office shows there; the organiser gives it a hall and a place, or declines it
Tour     the stands that somebody has marked, in the order in which they want to go
Visit    somebody was at a stand: a number that goes up by one, and nothing about who it was
"""
