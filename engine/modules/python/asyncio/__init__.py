"""Coroutines, tasks and event loops. Futures, tasks and the loop's core are C++ (modules/async_*.cpp)."""

from asyncio.base_events import *
from asyncio.coroutines import *
from asyncio.events import *
from asyncio.events import _get_running_loop, _set_running_loop
from asyncio.exceptions import *
from asyncio.futures import *
from asyncio.locks import *
from asyncio.queues import *
from asyncio.runners import *
from asyncio.streams import *
from asyncio.taskgroups import *
from asyncio.tasks import *
from asyncio.threads import *
from asyncio.timeouts import *
from asyncio.unix_events import *

__all__ = (base_events.__all__ + coroutines.__all__ + events.__all__ + exceptions.__all__ + futures.__all__
           + locks.__all__ + queues.__all__ + runners.__all__ + streams.__all__ + taskgroups.__all__
           + tasks.__all__ + threads.__all__ + timeouts.__all__ + unix_events.__all__)


def __getattr__(name):
    if name in ("create_subprocess_exec", "create_subprocess_shell", "subprocess"):
        raise NotImplementedError(f"asyncio.{name}: programs here run in a single process")
    raise AttributeError(f"module 'asyncio' has no attribute '{name}'")
