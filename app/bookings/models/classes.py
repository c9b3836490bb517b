"""The privacy class of what is known about bookings."""

from app.personal import Category, Keep, about

BOOKING = about(Category.BOOKING, Keep.BOOKING)
