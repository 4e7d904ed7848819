"""The one root of the errors that a user can mend."""

__all__ = ["KgError"]


class KgError(Exception):
    """A fault in what the user gave: its message names the thing, the place and the remedy, in one line."""
