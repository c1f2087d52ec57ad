"""How notices are worded: a function for each, found by the class of the notice."""

from collections.abc import Callable
from typing import Concatenate, Generic, ParamSpec, TypeVar

from bot.domain.notices import Notice
from bot.screens.screen import Screen

N = TypeVar("N", bound=Notice)
P = ParamSpec("P")


class NoticeWordings(Generic[P]):
    """Functions of a notice and of what comes with it on its way; ``P`` is what comes with it."""

    def __init__(self) -> None:
        self._wordings: dict[type[Notice], Callable[Concatenate[Notice, P], Screen]] = {}

    def words(
        self, kind: type[N]
    ) -> Callable[[Callable[Concatenate[N, P], Screen]], Callable[Concatenate[N, P], Screen]]:
        """Make a function the wording of a notice."""

        def register(wording: Callable[Concatenate[N, P], Screen]) -> Callable[Concatenate[N, P], Screen]:
            def worded(notice: Notice, /, *rest: P.args, **named: P.kwargs) -> Screen:
                assert isinstance(notice, kind)  # noqa: S101 - it is what the wording was found by
                return wording(notice, *rest, **named)

            self._wordings[kind] = worded
            return wording

        return register

    def screen(self, notice: Notice, *rest: P.args, **named: P.kwargs) -> Screen:
        """The message for a notice."""
        return self._wordings[type(notice)](notice, *rest, **named)

    def has(self, kind: type[Notice]) -> bool:
        """Whether there are words for this notice."""
        return kind in self._wordings
