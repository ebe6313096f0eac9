"""The numbers of the system's errors, as Linux has them."""

import sys

EPERM = 1
ENOENT = 2
ESRCH = 3
EINTR = 4
EIO = 5
EBADF = 9
ECHILD = 10
EAGAIN = EWOULDBLOCK = 11
ENOMEM = 12
EACCES = 13
EBUSY = 16
EEXIST = 17
ENOTDIR = 20
EISDIR = 21
EINVAL = 22
ENFILE = 23
EMFILE = 24
EFBIG = 27
ENOSPC = 28
ESPIPE = 29
EROFS = 30
EPIPE = 32
EDOM = 33
ERANGE = 34
EDEADLK = EDEADLOCK = 35
ENAMETOOLONG = 36
ENOSYS = 38
ENOTEMPTY = 39
ETIME = 62
EPROTO = 71
EOVERFLOW = 75
ENOTSOCK = 88
EADDRINUSE = 98
EADDRNOTAVAIL = 99
ENETDOWN = 100
ENETUNREACH = 101
ECONNABORTED = 103
ECONNRESET = 104
ENOBUFS = 105
EISCONN = 106
ENOTCONN = 107
ETIMEDOUT = 110
ECONNREFUSED = 111
EHOSTUNREACH = 113
EALREADY = 114
EINPROGRESS = 115
ECANCELED = 125

errorcode = {}
for _name, _number in list(sys.modules[__name__].__dict__.items()):
    if _name[0] == "E" and _name not in ("EWOULDBLOCK", "EDEADLOCK"):
        errorcode[_number] = _name

# What the operating system says of them.
_TEXTS = {
    0: "Success",
    1: "Operation not permitted",
    2: "No such file or directory",
    3: "No such process",
    4: "Interrupted system call",
    5: "Input/output error",
    9: "Bad file descriptor",
    10: "No child processes",
    11: "Resource temporarily unavailable",
    12: "Cannot allocate memory",
    13: "Permission denied",
    16: "Device or resource busy",
    17: "File exists",
    20: "Not a directory",
    21: "Is a directory",
    22: "Invalid argument",
    23: "Too many open files in system",
    24: "Too many open files",
    27: "File too large",
    28: "No space left on device",
    29: "Illegal seek",
    30: "Read-only file system",
    32: "Broken pipe",
    33: "Numerical argument out of domain",
    34: "Numerical result out of range",
    35: "Resource deadlock avoided",
    36: "File name too long",
    38: "Function not implemented",
    39: "Directory not empty",
    62: "Timer expired",
    71: "Protocol error",
    75: "Value too large for defined data type",
    88: "Socket operation on non-socket",
    98: "Address already in use",
    99: "Cannot assign requested address",
    100: "Network is down",
    101: "Network is unreachable",
    103: "Software caused connection abort",
    104: "Connection reset by peer",
    105: "No buffer space available",
    106: "Transport endpoint is already connected",
    107: "Transport endpoint is not connected",
    110: "Connection timed out",
    111: "Connection refused",
    113: "No route to host",
    114: "Operation already in progress",
    115: "Operation now in progress",
    125: "Operation canceled",
}
