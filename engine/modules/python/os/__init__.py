"""What is left of the operating system's interface when there are no files and no other programs."""

from os import path

name = "posix"
sep = "/"
altsep = None
extsep = "."
pathsep = ":"
linesep = "\n"
curdir = "."
pardir = ".."
devnull = "/dev/null"
defpath = "/bin:/usr/bin"
error = OSError
F_OK, R_OK, W_OK, X_OK = 0, 4, 2, 1
O_RDONLY, O_WRONLY, O_RDWR, O_CREAT = 0, 1, 2, 64
SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
supports_bytes_environ = True

_WITHOUT_FILES = ("chdir", "chmod", "close", "fdopen", "link", "listdir", "lstat", "makedirs", "mkdir", "open", "pipe",
                  "read", "readlink", "remove", "removedirs", "rename", "renames", "replace", "rmdir", "scandir", "stat",
                  "symlink", "truncate", "unlink", "utime", "walk", "write")
_WITHOUT_PROCESSES = ("abort", "execv", "execve", "execvp", "fork", "forkpty", "kill", "killpg", "nice", "popen",
                      "posix_spawn", "spawnl", "spawnv", "startfile", "system", "wait", "waitpid")


def _refusing(function, why):
    def refuse(*args, **kwargs):
        raise OSError(f"os.{function} is part of CPython but not of Lockstep: {why}")

    refuse.__name__ = refuse.__qualname__ = function
    return refuse


for _name in _WITHOUT_FILES:
    globals()[_name] = _refusing(_name, "programs run without a file system")
for _name in _WITHOUT_PROCESSES:
    globals()[_name] = _refusing(_name, "programs run in a single process")
del _name


class _Environ(dict):
    """The environment: empty at first, and nobody else's."""

    def __setitem__(self, key, value):
        for text in (key, value):
            if not isinstance(text, str):
                raise TypeError(f"str expected, not {type(text).__name__}")
        dict.__setitem__(self, key, value)

    def __repr__(self):
        return f"environ({dict.__repr__(self)})"


environ = _Environ()


def getenv(key, default=None):
    """Get an environment variable, return None if it doesn't exist."""
    return environ.get(key, default)


def putenv(name, value, /):
    environ[name] = value


def unsetenv(name, /):
    environ.pop(name, None)


def getpid():
    """Return the current process id."""
    return 1


def getppid():
    return 0


def getuid():
    return 1000


getgid = geteuid = getegid = getuid


def getlogin():
    return "learner"


def getcwd():
    """Return a unicode string representing the current working directory."""
    return "/"


def cpu_count():
    """Return the number of CPUs in the system."""
    return 4


def sched_getaffinity(pid, /):
    return set(range(4))


def getloadavg():
    return 0.0, 0.0, 0.0


def urandom(size, /):
    """Return a bytes object containing random bytes."""
    from random import SystemRandom
    return SystemRandom().randbytes(size)


def strerror(code, /):
    return f"Unknown error {code}"


def fspath(path):
    """Return the file system path representation of the object."""
    if isinstance(path, (str, bytes)):
        return path
    method = getattr(type(path), "__fspath__", None)
    if method is None:
        raise TypeError(f"expected str, bytes or os.PathLike object, not {type(path).__name__}")
    return method(path)


def fsencode(filename):
    filename = fspath(filename)
    return filename.encode() if isinstance(filename, str) else filename


def fsdecode(filename):
    filename = fspath(filename)
    return filename.decode() if isinstance(filename, bytes) else filename


def get_terminal_size(fd=1, /):
    raise OSError("Inappropriate ioctl for device")


def isatty(fd, /):
    return False


def access(path, mode):
    return False


def times():
    from time import process_time
    return process_time(), 0.0, 0.0, 0.0, process_time()


def uname():
    return "Linux", "lockstep", "6.1", "#1", "x86_64"


def _exit(status):
    """Ends the thread's work at once; here by SystemExit, as there is no process to leave behind."""
    raise SystemExit(status)
