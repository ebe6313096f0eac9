"""Tells C++ what it uses of asyncio's part in Python, in the order of AsyncPart (vm/async.h)."""

from _asyncio import _install

from asyncio import base_events, events, exceptions, futures, locks, tasks

_install((exceptions.CancelledError, exceptions.InvalidStateError, futures._future_iterator,
          futures._future_repr, base_events._handle_repr, base_events._handle_failed, base_events._step_slow,
          base_events._bad_yield, base_events._report_lost, events.get_event_loop, base_events._task_stack,
          base_events._task_print_stack, tasks._create_task, locks._wrong_loop, tasks._GatheringFuture, locks.Lock,
          locks.Semaphore, locks.BoundedSemaphore))
