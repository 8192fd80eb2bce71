"""Slows down who guesses passwords, without locking out the person whose account it is, or others behind the same address."""

from limits import RateLimitItem
from limits import parse as parse_rate

from app.access.counting import Counter
from app.access.requests import Refused

_OF_PAIR = parse_rate("10/minute")  # tries for one account from one address
_OF_ADDRESS = parse_rate("30/minute")  # tries from one address, for accounts that have not signed in from there
_OF_ACCOUNT = parse_rate("100/hour")  # tries for one account, from addresses that it has not signed in from
_KNOWN = parse_rate("1000000000/month")  # sign-ins of an account from an address, counted only to know them again


class Throttle:
    """Counts each try before the password is looked at, so that tries at the same time count too, and gives right ones back."""

    def __init__(self, counter: Counter) -> None:
        self._counter = counter

    def before(self, name: str, address: str) -> None:
        """Count a try.

        Raises:
            Refused: there have been too many, 429.
        """
        wait = self._count(name, address)
        if wait:
            raise Refused(429, f"Too many tries to sign in. Wait {wait} seconds.", wait=wait, is_recorded=True)

    def _count(self, name: str, address: str) -> int:
        """Count a try; returns the seconds to wait, 0 if it may go on."""
        limits: list[tuple[RateLimitItem, tuple[str, ...]]] = [(_OF_PAIR, ("password", name, address))]
        if not self._counter.has(_KNOWN, "known", name, address):
            limits += [(_OF_ADDRESS, ("password", address)), (_OF_ACCOUNT, ("password", name))]
        waits = [
            0 if self._counter.hit(limit, *whose) else self._counter.wait(limit, *whose) for limit, whose in limits
        ]
        return max(waits)

    def after(self, name: str, address: str) -> None:
        """A try was right: it counts no more, and the address is known from now on."""
        self._counter.forget(_OF_PAIR, "password", name, address)
        if not self._counter.has(_KNOWN, "known", name, address):
            self._counter.hit(_OF_ADDRESS, "password", address, cost=-1)
            self._counter.hit(_OF_ACCOUNT, "password", name, cost=-1)
            self._counter.hit(_KNOWN, "known", name, address)
