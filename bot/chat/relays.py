"""A request class in front of another, which sees what goes by."""

from telegram._utils.types import ODVInput
from telegram.error import TelegramError
from telegram.request import BaseRequest, RequestData


class Relay(BaseRequest):
    """Hands every call on; what a subclass wants to know of it, it takes in ``begun``, ``answered`` and ``failed``."""

    def __init__(self, line: BaseRequest) -> None:
        self._line = line

    @property
    def read_timeout(self) -> float | None:
        """The other's."""
        return self._line.read_timeout

    async def initialize(self) -> None:
        """Open the other."""
        await self._line.initialize()

    async def shutdown(self) -> None:
        """Close the other."""
        await self._line.shutdown()

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        write_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        connect_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        pool_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """Status and body as the other gives them, and its errors."""
        name = url.rpartition("/")[2]
        self.begun(name)
        try:
            status, body = await self._line.do_request(
                url, method, request_data, read_timeout, write_timeout, connect_timeout, pool_timeout
            )
        except TelegramError as error:
            self.failed(name, error)
            raise
        self.answered(name, status)
        return status, body

    def begun(self, name: str) -> None:
        """A call of this method is on its way."""

    def answered(self, name: str, status: int) -> None:
        """It was answered."""

    def failed(self, name: str, error: TelegramError) -> None:
        """It was not."""
