"""The event loop, as far as it is not C++ (modules/async_loop.cpp)."""

from _asyncio import EventLoop, Handle, Task, _has_begun, _take_lost

from asyncio import coroutines, events, exceptions, format_helpers, futures

__all__ = ("BaseEventLoop",)


def _run_until_complete_cb(future):
    if not future.cancelled():
        exception = future.exception()
        if isinstance(exception, (SystemExit, KeyboardInterrupt)):
            # The exception ends the loop by itself.
            return
    future.get_loop().stop()



class BaseEventLoop(EventLoop):
    """A loop that runs in one thread at a time."""

    def __init__(self):
        self._exception_handler = None
        self._task_factory = None
        self._default_executor = None
        self._executor_shutdown_called = False
        self._set_plain(self._makes_plain_tasks())

    def _makes_plain_tasks(self):
        return type(self).create_task is BaseEventLoop.create_task

    def __repr__(self):
        return (f"<{type(self).__name__} running={self.is_running()} "
                f"closed={self.is_closed()} debug={self.get_debug()}>")

    def _check_closed(self):
        if self.is_closed():
            raise RuntimeError("Event loop is closed")

    # --- tasks and futures ---

    def create_task(self, coro, *, name=None, context=None):
        """Schedule a coroutine object."""
        self._check_closed()
        factory = self._task_factory
        if factory is None:
            task = self._make_task(coro, name) if context is None else None
            return Task(coro, loop=self, name=name, context=context) if task is None else task
        task = factory(self, coro) if context is None else factory(self, coro, context=context)
        if name is not None and hasattr(task, "set_name"):
            task.set_name(name)
        return task

    def set_task_factory(self, factory):
        """Set a task factory that will be used by create_task(); None restores asyncio's."""
        if factory is not None and not callable(factory):
            raise TypeError("task factory must be a callable or None")
        self._task_factory = factory
        self._set_plain(factory is None and self._makes_plain_tasks())

    def get_task_factory(self):
        return self._task_factory

    # --- running ---

    def _check_running(self):
        if self.is_running():
            raise RuntimeError("This event loop is already running")
        if events._get_running_loop() is not None:
            raise RuntimeError("Cannot run the event loop while another loop is running")

    # A function of its own: whoever steps through the run looks at the loop from its end on.
    def _start(self):
        self._begin()

    def run_forever(self):
        """Run until stop() is called."""
        self._check_closed()
        self._check_running()
        self._start()
        try:
            while not self._run():
                pass
        finally:
            self._end()
            _report_lost(_take_lost())

    def run_until_complete(self, future):
        """Run until the Future is done; return its result, or raise its exception."""
        self._check_closed()
        self._check_running()
        is_new = not futures.isfuture(future)
        from asyncio.tasks import ensure_future
        future = ensure_future(future, loop=self)
        future.add_done_callback(_run_until_complete_cb)
        try:
            self.run_forever()
        except:
            if is_new and future.done() and not future.cancelled():
                # Nobody else can ask for it.
                future.exception()
            raise
        finally:
            future.remove_done_callback(_run_until_complete_cb)
        if not future.done():
            raise RuntimeError("Event loop stopped before Future completed.")
        return future.result()

    def close(self):
        """Close the event loop, which must not be running."""
        if self.is_running():
            raise RuntimeError("Cannot close a running event loop")
        if self.is_closed():
            return
        self._close()
        self._executor_shutdown_called = True
        executor = self._default_executor
        if executor is not None:
            self._default_executor = None
            executor.shutdown(wait=False)

    async def shutdown_asyncgens(self):
        """Close the asynchronous generators that have not ended."""
        closing = self._take_generators()
        if not closing:
            return
        from asyncio.tasks import gather
        results = await gather(*[generator.aclose() for generator in closing], return_exceptions=True)
        for result, generator in zip(results, closing):
            if isinstance(result, Exception):
                self.call_exception_handler({
                    "message": f"an error occurred during closing of asynchronous generator {generator!r}",
                    "exception": result,
                    "asyncgen": generator,
                })

    # --- threads ---

    def run_in_executor(self, executor, func, *args):
        """Arrange for func to be called in a thread of the executor."""
        self._check_closed()
        if self.get_debug():
            self._check_callback(func, "run_in_executor")
        if executor is None:
            executor = self._default_executor
            if self._executor_shutdown_called:
                raise RuntimeError("Executor shutdown has been called")
            if executor is None:
                from concurrent.futures import ThreadPoolExecutor
                executor = self._default_executor = ThreadPoolExecutor(thread_name_prefix="asyncio")
        return futures.wrap_future(executor.submit(func, *args), loop=self)

    def _check_callback(self, callback, method):
        if coroutines.iscoroutine(callback) or coroutines.iscoroutinefunction(callback):
            raise TypeError(f"coroutines cannot be used with {method}()")

    def set_default_executor(self, executor):
        from concurrent.futures import ThreadPoolExecutor
        if not isinstance(executor, ThreadPoolExecutor):
            raise TypeError("executor must be ThreadPoolExecutor instance")
        self._default_executor = executor

    async def shutdown_default_executor(self):
        """Wait for the threads of the default executor to end."""
        self._executor_shutdown_called = True
        if self._default_executor is None:
            return
        import threading
        future = self.create_future()
        thread = threading.Thread(target=self._shut_executor_down, args=(future,))
        thread.start()
        try:
            await future
        finally:
            thread.join()

    def _shut_executor_down(self, future):
        try:
            self._default_executor.shutdown(wait=True)
            if not self.is_closed():
                self.call_soon_threadsafe(future.set_result, None)
        except Exception as error:
            if not self.is_closed():
                self.call_soon_threadsafe(future.set_exception, error)

    # --- failures ---

    def get_exception_handler(self):
        """Return an exception handler, or None if the default one is in use."""
        return self._exception_handler

    def set_exception_handler(self, handler):
        """Set handler(loop, context) as the exception handler; None restores the default one."""
        if handler is not None and not callable(handler):
            raise TypeError(f"A callable object or None is expected, got {handler!r}")
        self._exception_handler = handler

    def default_exception_handler(self, context):
        """Logs what context says."""
        exception = context.get("exception")
        info = False if exception is None else (type(exception), exception, exception.__traceback__)
        lines = [context.get("message") or "Unhandled exception in event loop"]
        for key in sorted(context):
            if key not in ("message", "exception"):
                lines.append(f"{key}: {context[key]!r}")
        from asyncio.log import logger
        logger.error("\n".join(lines), exc_info=info)

    def _handle_by_default(self, context, complaint):
        try:
            self.default_exception_handler(context)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException:
            from asyncio.log import logger
            logger.error(complaint, exc_info=True)

    def call_exception_handler(self, context):
        """Call the current event loop's exception handler."""
        if self._exception_handler is None:
            self._handle_by_default(context, "Exception in default exception handler")
            return
        try:
            self._exception_handler(self, context)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            self._handle_by_default(
                {"message": "Unhandled error in exception handler", "exception": error, "context": context},
                "Exception in default exception handler while handling an unexpected error "
                "in custom exception handler")

    # --- what there is none of ---

    def _absent(self, what):
        raise NotImplementedError(f"{what}: programs here run in a single process, without a network")

    def add_signal_handler(self, sig, callback, *args):
        self._absent("add_signal_handler()")

    def remove_signal_handler(self, sig):
        return False

    def add_reader(self, fd, callback, *args):
        self._absent("add_reader()")

    def add_writer(self, fd, callback, *args):
        self._absent("add_writer()")

    def remove_reader(self, fd):
        return False

    def remove_writer(self, fd):
        return False

    async def create_connection(self, *args, **kwargs):
        self._absent("create_connection()")

    async def create_server(self, *args, **kwargs):
        self._absent("create_server()")

    async def subprocess_exec(self, *args, **kwargs):
        self._absent("subprocess_exec()")

    async def subprocess_shell(self, *args, **kwargs):
        self._absent("subprocess_shell()")


def _absent_method(name):
    async def method(self, *args, **kwargs):
        self._absent(f"{name}()")

    method.__name__ = name
    method.__qualname__ = f"BaseEventLoop.{name}"
    return method


for _name in ("connect_accepted_socket", "connect_read_pipe", "connect_write_pipe", "create_datagram_endpoint",
              "create_unix_connection", "create_unix_server", "getaddrinfo", "getnameinfo", "sendfile", "sock_accept",
              "sock_connect", "sock_recv", "sock_recv_into", "sock_recvfrom", "sock_recvfrom_into", "sock_sendall",
              "sock_sendfile", "sock_sendto", "start_tls"):
    setattr(BaseEventLoop, _name, _absent_method(_name))


# --- what C++ calls ---------------------------------------------------------------------------------------

class _DoneCallback:
    """How the handle of a future's callback is shown; there is no such object."""

    def __init__(self, callback, future):
        self._callback = callback
        self._args = (future,)

    def __repr__(self):
        return f"<Handle {format_helpers._format_callback_source(self._callback, self._args)}>"


def _handle_repr(handle):
    info = [type(handle).__name__]
    if handle.cancelled():
        info.append("cancelled")
    if handle._when is not None:
        info.append(f"when={handle._when}")
    if handle._callback is not None:
        info.append(format_helpers._format_callback_source(handle._callback, handle._args))
    return f"<{' '.join(info)}>"


def _handle_failed(loop, what, argument, exception):
    handle = what if isinstance(what, Handle) else _DoneCallback(what, argument)
    shown = format_helpers._format_callback_source(handle._callback, handle._args)
    loop.call_exception_handler({"message": f"Exception in callback {shown}", "exception": exception,
                                 "handle": handle})


def _step_slow(loop, what, seconds):
    if isinstance(what, Handle):
        owner = getattr(what._callback, "__self__", None)
        what = owner if isinstance(owner, Task) else what
    elif not isinstance(what, Task):
        what = _DoneCallback(what, None)
    from asyncio.log import logger
    logger.warning("Executing %s took %.3f seconds", what, seconds)


# The exception that a task gets for what its coroutine yielded.
def _bad_yield(task, value):
    if futures.isfuture(value):
        if value is task:
            return RuntimeError(f"Task cannot await on itself: {task!r}")
        if value.get_loop() is not task.get_loop():
            return RuntimeError(f"Task {task!r} got Future {value!r} attached to a different loop")
        return RuntimeError(f"yield was used instead of yield from in task {task!r} with {value!r}")
    if hasattr(value, "gi_frame"):
        return RuntimeError(
            f"yield was used instead of yield from for generator in task {task!r} with {value!r}")
    return RuntimeError(f"Task got bad yield: {value!r}")


def _report_lost(lost, pending=()):
    for future in lost:
        if not future.done():
            if _has_begun(future._coro):
                _close_lost(future._coro)
                _report_destroyed(future)
            else:
                _report_destroyed(future)
                _close_lost(future._coro)
            continue
        future.get_loop().call_exception_handler({
            "message": f"{type(future).__name__} exception was never retrieved",
            "exception": future._exception,
            "future": future,
        })
    for task in pending:
        _report_destroyed(task)
    for task in pending:
        _close_lost(task._coro, has_source=False)


def _report_destroyed(task):
    task.get_loop().call_exception_handler({"task": task, "message": "Task was destroyed but it is pending!"})


# `has_source`: by the time it closes what modules had referred to, CPython cannot read source lines any more.
def _close_lost(coro, has_source=True):
    if not _has_begun(coro):
        import sys
        sys.stderr.write(f"sys:1: RuntimeWarning: coroutine '{coro.__qualname__}' was never awaited\n")
    what = repr(coro)
    try:
        coro.close()
    except BaseException as error:
        heading = f"Exception ignored in: {what}\n"
        # Of such an exception CPython shows nothing but itself.
        error.__context__ = error.__cause__ = None
        if has_source:
            import _thread
            _thread._report_exception(error, heading)
            return
        import sys
        import traceback
        places = "".join(f'  File "{place.filename}", line {place.lineno}, in {place.name}\n'
                         for place in traceback.extract_tb(error.__traceback__))
        last = "".join(traceback.format_exception_only(error))
        sys.stderr.write(f"{heading}Traceback (most recent call last):\n{places}{last}")


def _task_stack(task, limit):
    frame = getattr(task._coro, "cr_frame", None) or getattr(task._coro, "gi_frame", None)
    if frame is not None:
        return [frame] if limit is None or limit > 0 else []
    frames = []
    if task._exception is not None:
        traceback = task._exception.__traceback__
        while traceback is not None and (limit is None or len(frames) < limit):
            frames.append(traceback.tb_frame)
            traceback = traceback.tb_next
    return frames


def _task_print_stack(task, limit, file):
    import sys
    import traceback
    file = sys.stderr if file is None else file
    frames = _task_stack(task, limit)
    exception = task._exception
    if not frames:
        print(f"No stack for {task!r}", file=file)
    elif exception is not None:
        print(f"Traceback for {task!r} (most recent call last):", file=file)
        traceback.print_tb(exception.__traceback__, file=file)
    else:
        print(f"Stack for {task!r} (most recent call last):", file=file)
        for frame in frames:
            code = frame.f_code
            print(f'  File "{code.co_filename}", line {frame.f_lineno}, in {code.co_name}', file=file)
    if exception is not None:
        for line in traceback.format_exception_only(type(exception), exception):
            print(line, file=file, end="")
