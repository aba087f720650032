"""The moment something was recorded, as the campaign file keeps it: UTC, to the second."""

from __future__ import annotations

from datetime import datetime, timezone


def utc_now() -> datetime:
    """This moment."""
    return datetime.now(timezone.utc)


def here(stamped: str) -> str:
    """A stamp as the clock on the wall said it: 2023-09-30 09:02:03 in Beijing; an empty stamp stays empty."""
    if not stamped:
        return ""
    return f"{datetime.fromisoformat(stamped.replace('Z', '+00:00')).astimezone():%Y-%m-%d %H:%M:%S}"


def stamp(moment: datetime) -> str:
    """2023-09-30T01:02:03Z. A moment without zone is taken as UTC."""
    utc = moment.astimezone(timezone.utc) if moment.tzinfo else moment
    return utc.strftime("%Y-%m-%dT%H:%M:%SZ")
