"""Courses: the catalogue, the units of a course, its dated sessions, and who takes part.

Course          what can be learnt: self-paced, seminar, programme or external
Outcome         a level in a competence that a course leads to
CourseQualification   a qualification that a course grants, renews or requires
Unit            3 to 20 minutes of a self-paced course, may end with a knowledge check
Session         one dated run of a course; its seats and times are a Bookable's
SessionTrainer  who of the house leads a session, and notes who was there
DateWish        a person waits for a first date: told once, counted for HR
Enrolment       a person's way through a course: begun; completed by its units, their own word or being there; left
"""
