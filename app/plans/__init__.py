"""Plans: what a person will learn, and by when.

Plan        a person's plan: hours a week, and its steps
PlanItem    a step: a course or a date of it, an event, a practice task, a talk, something to read, evidence to hand
            in, or something else of one's own; with a due date, a priority, a state and a reason
Template    steps that HR puts together for many (PlanTemplate, TemplateItem), and the rule that says for whom
Assignment  a person has got a template, once; Delivery: a step of it was put into the plan, and what it said then
Proposal    steps that would close the gap to the chosen profile, each with its reason
Talk        a talk of an employee with whoever leads them: two sides, and what both agree
BuddyPair   a newcomer and the colleague who accompanies them, a quarter of an hour once a week
WeeklyReview        what somebody writes about a week, for themselves alone
PracticeQuestion    what have you applied of this? asked some weeks after a completion
"""
