"""multiprocessing's names for threads."""

import threading
from multiprocessing.pool import ThreadPool
from queue import Queue
from threading import (Barrier, BoundedSemaphore, Condition, Event, Lock, RLock, Semaphore, Thread as Process,
                       current_thread as current_process)

__all__ = ["Process", "current_process", "active_children", "freeze_support", "Lock", "RLock", "Semaphore",
           "BoundedSemaphore", "Condition", "Event", "Barrier", "Queue", "Pool", "JoinableQueue"]

JoinableQueue = Queue


def active_children():
    return [thread for thread in threading.enumerate() if thread is not threading.main_thread()]


def freeze_support():
    pass


def Pool(processes=None, initializer=None, initargs=()):
    return ThreadPool(processes, initializer, initargs)
