"""Notifications: what Lotse tells people, in the app and by mail.

Kind        what a message is about; every message has one, so that each can be switched off by itself
Notice      a message in the app
Mail        a letter in the outbox: a template's name and plain values; text is made when it is sent
"""
