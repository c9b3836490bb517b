"""Doors: who comes in on the day.

Door      a device that lets people in, opened for one date and one day; whoever has its secret is at the door
Ticket    a code that proves a booking and says nothing else; a picture of it is read by any telephone
Arrival   somebody comes in: an attendance, as `bookings` has them
Names     who has a seat, as a device takes them along so that it works without the network
Places    of the hall that are with a device: it may let so many people in without asking
Note      what a device did by itself, under a number that it made; a report brings them, each counts once
"""
