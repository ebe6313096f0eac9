"""Coroutines, tasks and event loops. Futures, tasks and the loop's core are C++ (modules/async_*.cpp)."""

from .base_events import *
from .coroutines import *
from .events import *
from .exceptions import *
from .futures import *
from .locks import *
from .queues import *
from .runners import *
from .streams import *
from .taskgroups import *
from .tasks import *
from .threads import *
from .timeouts import *
from .unix_events import *

__all__ = (base_events.__all__ + coroutines.__all__ + events.__all__ + exceptions.__all__ + futures.__all__
           + locks.__all__ + queues.__all__ + runners.__all__ + streams.__all__ + taskgroups.__all__
           + tasks.__all__ + threads.__all__ + timeouts.__all__ + unix_events.__all__)


def __getattr__(name):
    if name in ("create_subprocess_exec", "create_subprocess_shell", "subprocess"):
        raise NotImplementedError(f"asyncio.{name}: programs here run in a single process")
    raise AttributeError(f"module 'asyncio' has no attribute '{name}'")
