"""People: who works here, in which unit, who leads whom, and who has which role.

Person      somebody with an account, with or without e-mail
OrgUnit     a node of the tree: department, office, division, section
Leadership  somebody heads a unit, or stands in for the head between two dates
RoleGrant   a role, for the whole house or for one unit and all below it
Absence     somebody is away between two dates; the reason is not kept. Deputies then know that it is their turn
Job         what somebody is employed as, with a grade; belongs to a family of jobs
"""
