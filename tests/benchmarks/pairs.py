"""Two ways to do a thing, timed in turn, so that what else the machine does weighs on both alike."""

from collections.abc import Callable
from dataclasses import dataclass
from statistics import median

__all__ = ["Pairs", "alternate"]


@dataclass(frozen=True, slots=True)
class Pairs:
    """The seconds of each run, those of the same turn at the same position."""

    ours: tuple[float, ...]
    theirs: tuple[float, ...]

    def __str__(self) -> str:
        ratios = sorted(a / b for a, b in zip(self.ours, self.theirs, strict=True))
        return (
            f"ours {median(self.ours):.2f} s, theirs {median(self.theirs):.2f} s, ratio {median(ratios):.2f} "
            f"({ratios[0]:.2f} to {ratios[-1]:.2f}; medians of {len(ratios)} pairs)"
        )


def alternate(ours: Callable[[], float], theirs: Callable[[], float], pairs: int) -> Pairs:
    """Run both `pairs` times in turn, after once each for the caches; each tells how many seconds it took."""
    ours(), theirs()
    taken = [(ours(), theirs()) for _ in range(pairs)]
    return Pairs(*zip(*taken, strict=True))
