"""Panels: teams that are a cross-section of the house, asked by name or drawn from volunteers.

Panel        a team to be: what for, how many, and how many of each group
PanelGroup   a part of the house that the cross-section counts: a unit with all below it, or some grades
PanelMember  somebody who was asked by name or drawn, with their answer and their circle
Volunteer    somebody who puts themselves forward for the draw, under a pseudonym
PanelDraw    the list with which the draw takes place, the seed once it is known, and who was drawn
"""
