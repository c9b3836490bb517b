"""Doors: who comes in on the day.

Door      a device that lets people in, opened for one date and one day; whoever has its secret is at the door
Ticket    a code that proves a booking and says nothing else; a picture of it is read by any telephone
Arrival   somebody comes in: an attendance, as `bookings` has them
"""
