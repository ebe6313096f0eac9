"""Ways to search a problem exhaustively: ours and those of other checkers, from text to verdict."""

import json
import os
import re
import shutil
import signal
import subprocess
import tempfile
import time
from dataclasses import dataclass


@dataclass
class Search:
    """What one search came to. `cpu` and `wall` are seconds of all it took, compilers included."""

    cpu: float = 0
    wall: float = 0
    kib: int = 0                 # of the greatest of its processes, at its peak
    states: int | None = None
    complete: bool = False
    fails: bool = False          # it reports a deadlock
    ends: tuple = ()             # the kind of each outcome, where the checker tells outcomes

    def execute(self, command, folder, max_seconds):
        """Runs a command of the search; returns what it wrote, or None if it failed or took too long."""
        with tempfile.TemporaryFile() as out:
            begin = time.monotonic()
            child = subprocess.Popen(command, cwd=folder, stdout=out, stderr=subprocess.DEVNULL,
                                     stdin=subprocess.DEVNULL, start_new_session=True)
            signal.signal(signal.SIGALRM, lambda *_: os.killpg(child.pid, signal.SIGKILL))
            signal.alarm(max_seconds)
            _, status, usage = os.wait4(child.pid, 0)
            signal.alarm(0)
            child.returncode = os.waitstatus_to_exitcode(status)
            self.wall += time.monotonic() - begin
            self.cpu += usage.ru_utime + usage.ru_stime
            self.kib = max(self.kib, usage.ru_maxrss)
            if child.returncode < 0:
                return None
            out.seek(0)
            return out.read().decode(errors="replace")


class Lockstep:
    name = "lockstep"

    def __init__(self, command, max_seconds):
        self.command = command
        self.max_seconds = max_seconds

    def search(self, problem, folder):
        (folder / "problem.py").write_text(problem.script)
        search = Search()
        answer = search.execute(
            [*self.command, "explore", "--json", "--max-seconds", str(self.max_seconds),
             str(folder / "problem.py")], None, self.max_seconds + 60)
        if answer:
            found = json.loads(answer)
            search.states = found["states"]
            search.complete = found["complete"]
            search.ends = tuple(outcome["kind"] for outcome in found["outcomes"])
            search.fails = "deadlock" in search.ends
        return search


class Spin:
    """SPIN as its authors use it for exhaustive searches, with partial-order reduction; all errors counted."""

    name = "spin"

    def __init__(self, max_seconds, max_mebibytes):
        self.max_seconds = max_seconds
        self.max_mebibytes = max_mebibytes

    def is_there(self):
        return shutil.which("spin") is not None and shutil.which("gcc") is not None

    def search(self, problem, folder):
        (folder / "problem.pml").write_text(problem.promela)
        search = Search()
        search.execute(["spin", "-a", "problem.pml"], folder, self.max_seconds)
        search.execute(["gcc", "-O2", "-w", "-DSAFETY", f"-DMEMLIM={self.max_mebibytes}", "-o", "pan", "pan.c"],
                       folder, self.max_seconds)
        answer = search.execute(["./pan", "-c0", "-n"], folder, self.max_seconds)
        if answer:
            stored = re.search(r"([\d.e+]+) states, stored", answer)
            errors = re.search(r"errors: (\d+)", answer)
            search.states = stored and int(float(stored[1]))
            search.complete = stored is not None and "Search not completed" not in answer
            search.fails = errors is not None and errors[1] != "0"
        return search


class Rumur:
    """Rumur, with its symmetry reduction; one thread, as the others."""

    name = "rumur"

    def __init__(self, max_seconds):
        self.max_seconds = max_seconds

    def is_there(self):
        return shutil.which("rumur") is not None and shutil.which("gcc") is not None

    def search(self, problem, folder):
        (folder / "problem.m").write_text(problem.murphi)
        search = Search()
        search.execute(["rumur", "--threads", "1", "--deadlock-detection", "stuck", "--max-errors", "1000000",
                        "--output", "checker.c", "problem.m"], folder, self.max_seconds)
        search.execute(["gcc", "-std=c11", "-O2", "-w", "-march=native", "-mcx16", "-o", "checker", "checker.c",
                        "-lpthread"], folder, self.max_seconds)
        answer = search.execute(["./checker"], folder, self.max_seconds)
        if answer:
            states = re.findall(r"(\d+) states", answer)
            errors = re.findall(r"(\d+) error", answer)
            search.states = int(states[-1]) if states else None
            search.complete = bool(states) and re.search(r"^Status:", answer, re.M) is not None
            search.fails = bool(errors) and errors[-1] != "0"
        return search


def measure(problem, engines, rounds, folder, clock):
    """The best search of each engine; they take turns. One that gave up is not asked again."""
    best = {}
    names = list(engines)
    for turn in range(rounds):
        for name in names if turn % 2 == 0 else reversed(names):
            before = best.get(name)
            if before is not None and not before.complete:
                continue
            found = engines[name].search(problem, folder)
            if before is None or getattr(found, clock) < getattr(before, clock):
                best[name] = found
    return best
