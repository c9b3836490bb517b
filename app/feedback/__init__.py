"""Feedback: what people say of a date afterwards, without anybody learning who said what.

Sheet     the questions about one date, asked on the day after it, answered until two weeks later
Question  one of them: a scale from 1 to 5, yes or no, or free text
Tally     how often a value was answered; there is no row for an answer
Text      something written, in no order and without a day
Turn      that somebody was asked, and whether they have answered: all that is known of the person
"""
