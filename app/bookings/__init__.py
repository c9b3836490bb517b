"""Bookings: who has a seat. Course sessions, events and programme slots all use this one mechanism.

Bookable        what can be booked, and everything that a booking must be able to say by itself
Span            one of the times at which it takes place
Organiser       who runs it
Pool            seats that are counted together; locked before they are counted
Booking         a person's claim on a seat
Offer           a freed seat, held for the next in line until a moment
Reconfirmation  that somebody with a seat was asked whether they come, and their yes
Acceptance      how many people an organiser chose to accept, and what they assumed
Score           how right the forecast of a date was
BookingChange   one step of a booking: who, when, from what to what
Attendance      somebody was there on a day
"""
