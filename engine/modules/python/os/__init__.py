"""The operating system's interface: files that live in the run (_files), no other programs."""

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

_WITHOUT_FILES = ("chmod", "close", "fdopen", "link", "open", "pipe", "read", "readlink", "symlink", "truncate", "utime",
                  "write")
_WITHOUT_PROCESSES = ("abort", "execv", "execve", "execvp", "fork", "forkpty", "kill", "killpg", "nice", "popen",
                      "posix_spawn", "spawnl", "spawnv", "startfile", "system", "wait", "waitpid")


def _refusing(function, why):
    def refuse(*args, **kwargs):
        raise OSError(f"os.{function} is part of CPython but not of Lockstep: {why}")

    refuse.__name__ = refuse.__qualname__ = function
    return refuse


for _name in _WITHOUT_FILES:
    globals()[_name] = _refusing(_name, "files live in the run, without descriptors")
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
    import _files

    return _files.current_directory


def chdir(path):
    """Change the current working directory to the specified path."""
    import _files

    _files.change_directory(path)


def listdir(path="."):
    """Return a list containing the names of the files in the directory."""
    import _files

    return _files.names_in(path)


def mkdir(path, mode=0o777):
    """Create a directory."""
    import _files

    _files.make_directory(path)


def makedirs(name, mode=0o777, exist_ok=False):
    """Create a directory, and those above it."""
    import _files

    head = path.dirname(_files.absolute(name))
    if _files.node_at(head) is None:
        makedirs(head, exist_ok=True)
    if not (exist_ok and path.isdir(name)):
        _files.make_directory(name)


def rmdir(path):
    """Remove a directory."""
    import _files

    _files.remove_directory(path)


def remove(path):
    """Remove a file."""
    import _files

    _files.remove_file(path)


unlink = remove


def rename(src, dst):
    """Rename a file or directory."""
    import _files

    _files.move(src, dst)


replace = renames = rename


class stat_result:
    """What is known of a file."""

    def __init__(self, node):
        self.st_mode = 0o040755 if node.is_directory else 0o100644
        self.st_size = 4096 if node.is_directory else len(node.data)
        self.st_mtime = self.st_atime = self.st_ctime = node.changed

    def __repr__(self):
        return f"os.stat_result(st_mode={self.st_mode}, st_size={self.st_size}, st_mtime={int(self.st_mtime)})"


def stat(path, *, dir_fd=None, follow_symlinks=True):
    """What is known of a file."""
    import _files

    return stat_result(_files.existing(path))


lstat = stat


class DirEntry:
    """A file, as scandir() gives it."""

    def __init__(self, directory, name):
        self.name = name
        self.path = path.join(directory, name)

    def __fspath__(self):
        return self.path

    def __repr__(self):
        return f"<DirEntry {self.name!r}>"

    def is_dir(self, *, follow_symlinks=True):
        return path.isdir(self.path)

    def is_file(self, *, follow_symlinks=True):
        return path.isfile(self.path)

    def is_symlink(self):
        return False

    def stat(self, *, follow_symlinks=True):
        return stat(self.path)


class _Scan(list):
    def __enter__(self):
        return iter(self)

    def __exit__(self, *args):
        pass

    def close(self):
        pass


def scandir(path="."):
    """Return an iterator over the entries of a directory."""
    return _Scan([DirEntry(path, name) for name in listdir(path)])


def walk(top, topdown=True, onerror=None, followlinks=False):
    """Give (directory, its directories, its files) for `top` and everything below it."""
    try:
        entries = listdir(top)
    except OSError as error:
        if onerror is not None:
            onerror(error)
        return
    directories = [name for name in entries if path.isdir(path.join(top, name))]
    files = [name for name in entries if name not in directories]
    if topdown:
        yield top, directories, files
    for name in directories:
        yield from walk(path.join(top, name), topdown, onerror)
    if not topdown:
        yield top, directories, files


def removedirs(name):
    rmdir(name)
    head = path.dirname(name)
    while head:
        try:
            rmdir(head)
        except OSError:
            break
        head = path.dirname(head)


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
    import errno
    return errno._TEXTS.get(code, f"Unknown error {code}")


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
    import _files

    return _files.node_at(path) is not None


def times():
    from time import process_time
    return process_time(), 0.0, 0.0, 0.0, process_time()


def uname():
    return "Linux", "lockstep", "6.1", "#1", "x86_64"


def _exit(status):
    """Ends the thread's work at once; here by SystemExit, as there is no process to leave behind."""
    raise SystemExit(status)
