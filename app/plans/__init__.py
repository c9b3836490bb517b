"""Plans: what a person will learn, and by when.

Plan        a person's plan: hours a week, and its steps
PlanItem    a step: a course, a session, an event, or something of one's own; with a due date and a reason
Proposal    steps that would close the gap to the chosen profile, each with its reason
"""
