"""Auth: signing in and out.

Credential      a person's password, hashed with argon2id
SignIn          one browser that is signed in: since when, until when; the cookie holds a random id, this row its hash
FailedSignIn    a failed attempt, counted by account and by network, never by content
"""
