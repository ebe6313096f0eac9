"""Processes: there are none, and whoever asks for one is told so."""

__all__ = ("create_subprocess_exec", "create_subprocess_shell")

PIPE = -1
STDOUT = -2
DEVNULL = -3


async def create_subprocess_exec(program, *args, **kwds):
    raise NotImplementedError("asyncio.create_subprocess_exec(): programs here run in a single process")


async def create_subprocess_shell(cmd, **kwds):
    raise NotImplementedError("asyncio.create_subprocess_shell(): programs here run in a single process")
