#include "modules/registry_builder.h"

// Modules of CPython's library that scripts here cannot have, and why: what an import of them says.
namespace lockstep {

namespace {

constexpr const char* kNoFiles = "programs see no files of the machine";
constexpr const char* kNoNetwork = "programs run without a network";
constexpr const char* kNoProcesses = "programs run in a single process";

constexpr Registry::Absent kAbsent[] = {
    {"sqlite3", kNoFiles},
    {"zipfile", kNoFiles},
    {"tarfile", kNoFiles},
    {"fileinput", kNoFiles},
    {"socket", kNoNetwork},
    {"ssl", kNoNetwork},
    {"http", kNoNetwork},
    {"urllib", kNoNetwork},
    {"select", kNoNetwork},
    {"selectors", kNoNetwork},
    {"socketserver", kNoNetwork},
    {"smtplib", kNoNetwork},
    {"ftplib", kNoNetwork},
    {"subprocess", kNoProcesses},
    {"multiprocessing.Process", kNoProcesses},
    {"multiprocessing.Pool", kNoProcesses},
    {"multiprocessing.Queue", kNoProcesses},
    {"multiprocessing.SimpleQueue", kNoProcesses},
    {"multiprocessing.JoinableQueue", kNoProcesses},
    {"multiprocessing.Pipe", kNoProcesses},
    {"multiprocessing.Manager", kNoProcesses},
    {"multiprocessing.Value", kNoProcesses},
    {"multiprocessing.Array", kNoProcesses},
    {"multiprocessing.RawValue", kNoProcesses},
    {"multiprocessing.RawArray", kNoProcesses},
    {"multiprocessing.Lock", kNoProcesses},
    {"multiprocessing.RLock", kNoProcesses},
    {"multiprocessing.Semaphore", kNoProcesses},
    {"multiprocessing.BoundedSemaphore", kNoProcesses},
    {"multiprocessing.Condition", kNoProcesses},
    {"multiprocessing.Event", kNoProcesses},
    {"multiprocessing.Barrier", kNoProcesses},
    {"multiprocessing.get_context", kNoProcesses},
    {"multiprocessing.set_start_method", kNoProcesses},
    {"multiprocessing.shared_memory", kNoProcesses},
    {"multiprocessing.managers", kNoProcesses},
    {"multiprocessing.connection", kNoProcesses},
    {"multiprocessing.pool.Pool", kNoProcesses},
    {"ctypes", "there is no C code to call"},
    {"tkinter", "there are no windows to open"},
    {"turtle", "there are no windows to open"},
};

// Those that CPython has and nobody has asked for: an import says that much.
constexpr const char* kUnknownHere[] = {
    "aifc", "antigravity", "asynchat", "asyncore", "audioop", "bdb",
    "bz2", "cProfile", "cgi", "cgitb", "chunk", "cmd", "code", "codecs", "codeop",
    "colorsys", "compileall", "configparser", "copyreg", "crypt", "curses", "dbm",
    "dis", "distutils", "doctest", "email", "encodings", "ensurepip", "faulthandler",
    "fcntl", "filecmp", "genericpath", "gettext", "grp", "gzip",
    "idlelib", "imaplib", "imghdr", "imp", "ipaddress", "lib2to3",
    "linecache", "locale", "lzma", "mailbox", "mailcap", "marshal", "mimetypes", "mmap",
    "modulefinder", "msilib", "msvcrt", "netrc", "nis", "nntplib", "nt", "ntpath", "nturl2path",
    "opcode", "optparse", "ossaudiodev", "pdb", "pickle", "pickletools", "pipes", "pkgutil", "plistlib",
    "poplib", "posix", "posixpath", "profile", "pstats", "pty", "pwd", "py_compile", "pyclbr",
    "pydoc", "pydoc_data", "pyexpat", "quopri", "readline", "resource", "rlcompleter",
    "runpy", "shelve", "site", "smtpd", "sndhdr", "spwd", "sre_compile", "sre_constants",
    "sre_parse", "stat", "stringprep", "sunau", "symtable", "sysconfig", "syslog",
    "tabnanny", "telnetlib", "termios", "this", "token", "tokenize", "tomllib", "trace",
    "tracemalloc", "tty", "turtledemo", "unicodedata", "uu", "venv", "wave",
    "webbrowser", "winreg", "winsound", "wsgiref", "xdrlib", "xml", "xmlrpc", "zipapp",
    "zipimport", "zlib", "zoneinfo",
};

}  // namespace

void add_absent_modules(RegistryBuilder& registry) {
  for (const auto& [name, why] : kAbsent) registry.absent(name, why);
  for (const char* name : kUnknownHere) registry.absent(name, "");
}

}  // namespace lockstep
