"""The demo city: an invented administration of any size, the same for the same size, seed and day.

Script      the texts in content/demo that the city is made of
Unit        a planned node of the org tree, with the seats in it
Employee    an invented person
Rows        what is written, in batches, with ids given beforehand
"""
