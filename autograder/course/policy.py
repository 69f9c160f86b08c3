"""What a class has agreed on: which attempt counts, until when, and what lateness costs."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta, tzinfo
from typing import Final, Literal, get_args
from zoneinfo import ZoneInfo

import msgspec

_POLICY: Final = re.compile(rb"^\[policy\b.*?(?=^\[(?!policy\b)|\Z)", re.M | re.S)
_DAY: Final = timedelta(days=1)
YEARS: Final = range(1990, 2200)  # in which a deadline lies
Counts = Literal["last", "best", "named"]  # which attempt does
COUNTS: Final[tuple[Counts, ...]] = get_args(Counts)
MOST: Final = 1_000_000.0  # of any number here


class Policy(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The table [policy] of course.toml. A deadline without an offset is in `timezone`, else UTC.

    `penalty_per_day`: points for each day begun after the deadline, at most `cap`; nothing within
    `grace_minutes`. Beside assignments/ may lie extensions.csv (student, assignment, until) and,
    for attempt = "named", attempts.csv (student, assignment, attempt).
    """

    attempt: Counts = "last"
    timezone: str | None = None
    deadlines: dict[str, datetime] = {}
    penalty_per_day: float = 0.0
    cap: float = 100.0
    grace_minutes: float = 0.0

    @property
    def zone(self) -> tzinfo:
        """The class's time zone; UTC needs no database of them. Raises KeyError, ValueError."""
        return UTC if self.timezone in (None, "UTC") else ZoneInfo(self.timezone)

    def is_zoned(self, times: Iterable[datetime]) -> bool:
        """Whether somebody said in which time zone all of these times are."""
        return self.timezone is not None or all(each.tzinfo is not None for each in times)

    def moment(self, when: datetime) -> datetime:
        """The moment in UTC; one without an offset is in the class's time zone."""
        known = when if when.tzinfo is not None else when.replace(tzinfo=self.zone)
        return known.astimezone(UTC)

    def days_late(self, when: datetime | None, deadline: datetime | None, late: bool) -> int:
        """Days begun after the deadline; 1 where the platform says late and nobody knows when."""
        if when is None or deadline is None:
            return int(late)
        over = self.moment(when) - self.moment(deadline)
        if over <= timedelta(minutes=self.grace_minutes):
            return 0
        return math.ceil(over / _DAY)

    def penalty(self, days: int) -> float:
        return min(self.cap, self.penalty_per_day * days)


def without_policy(text: bytes) -> bytes:
    """course.toml but for the policy, on which no result depends."""
    left = _POLICY.sub(b"", text)
    return text if left == text else left.rstrip() + b"\n"
