"""Plans: what a person will learn, and by when.

Plan        a person's plan: hours a week, and its steps
PlanItem    a step: a course, a session, an event, or something of one's own; with a due date and a reason
Proposal    steps that would close the gap to the chosen profile, each with its reason
Talk        a talk of an employee with whoever leads them: two sides, and what both agree
BuddyPair   a newcomer and the colleague who accompanies them, a quarter of an hour once a week
WeeklyReview        what somebody writes about a week, for themselves alone
PracticeQuestion    what have you applied of this? asked some weeks after a completion
"""
