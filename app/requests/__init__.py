"""Training requests: what is not in the catalogue, asked for by a person, decided by leader and HR, paid from a budget.

TrainingRequest   what somebody asks for; a change after it was sent is a new version, on which both decide anew
Decision          yes or no of the leader or of HR on one version, with the moment and the reason
TrainingBudget    what a unit and all below it may spend on requests in a year; the nearest one upwards counts
committed         planned costs of what is approved and has not taken place yet
spent             real costs of what took place, and what a withdrawal after the approval still cost
"""
