"""The door: how a session proves who sits behind it, how long that holds, and what the sign-in library may do.

Nothing here uses the library's signals: its adapters, its forms and the pages that wrap it are enough, so that what
happens at the door is on record in the same transaction.
"""
