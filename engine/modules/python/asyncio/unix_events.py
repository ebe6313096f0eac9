"""The loop and the policy that scripts get."""

from asyncio import base_events, events

__all__ = ("SelectorEventLoop", "AbstractChildWatcher", "SafeChildWatcher", "FastChildWatcher", "PidfdChildWatcher",
           "MultiLoopChildWatcher", "ThreadedChildWatcher", "DefaultEventLoopPolicy")


class AbstractChildWatcher:
    """Would watch processes, of which there are none here."""

    def __init__(self, *args):
        raise NotImplementedError("child watchers: programs here run in a single process")


SafeChildWatcher = FastChildWatcher = PidfdChildWatcher = AbstractChildWatcher
MultiLoopChildWatcher = ThreadedChildWatcher = AbstractChildWatcher


class _UnixSelectorEventLoop(base_events.BaseEventLoop):
    """The name CPython's loop has on Unix."""


class _UnixDefaultEventLoopPolicy(events.BaseDefaultEventLoopPolicy):
    _loop_factory = _UnixSelectorEventLoop


SelectorEventLoop = _UnixSelectorEventLoop
DefaultEventLoopPolicy = _UnixDefaultEventLoopPolicy
