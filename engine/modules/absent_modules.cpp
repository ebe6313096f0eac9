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
    {"http.client", kNoNetwork},
    {"http.server", kNoNetwork},
    {"http.cookies", kNoNetwork},
    {"http.cookiejar", kNoNetwork},
    {"urllib.request", kNoNetwork},
    {"urllib.error", kNoNetwork},
    {"urllib.response", kNoNetwork},
    {"urllib.robotparser", kNoNetwork},
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
    {"unittest.mock", "write small classes in place of what is to be replaced"},
    {"importlib.util", "there are no files to import"},
    {"importlib.machinery", "there are no files to import"},
    {"importlib.metadata", "there are no packages to ask for"},
    {"importlib.resources", "there are no packages to ask for"},
    {"logging.config", "call basicConfig(), or add handlers"},
    {"ctypes", "there is no C code to call"},
    {"tkinter", "there are no windows to open"},
    {"turtle", "there are no windows to open"},
    {"dis", "programs run on Lockstep's own instructions"},
    {"opcode", "programs run on Lockstep's own instructions"},
    {"pickletools", "only pickle itself is here"},
    {"zlib", "there is no compression"},
    {"gzip", "there is no compression"},
    {"bz2", "there is no compression"},
    {"lzma", "there is no compression"},
    {"pdb", "go through the program step by step instead"},
    {"bdb", "go through the program step by step instead"},
    {"faulthandler", "a run that hangs says who waits for what"},
    {"cProfile", "times here say nothing of CPython's"},
    {"profile", "times here say nothing of CPython's"},
    {"pstats", "times here say nothing of CPython's"},
    {"tracemalloc", "memory here says nothing of CPython's"},
    {"resource", "programs see nothing of the machine"},
};

// Those that CPython has and nobody has asked for: an import says that much.
constexpr const char* kUnknownHere[] = {
    "aifc", "antigravity", "asynchat", "asyncore", "audioop", "cgi", "cgitb", "chunk", "cmd",
    "code", "codeop", "compileall", "copyreg", "crypt", "curses",
    "dbm", "distutils", "email", "encodings", "ensurepip", "fcntl", "filecmp", "genericpath",
    "gettext", "grp", "html.entities", "html.parser", "idlelib", "imaplib", "imghdr", "imp", "ipaddress", "lib2to3",
    "locale", "mailbox", "mailcap", "marshal", "mimetypes", "mmap", "modulefinder",
    "msilib", "msvcrt", "netrc", "nis", "nntplib", "nt", "ntpath", "nturl2path", "optparse",
    "ossaudiodev", "pipes", "pkgutil", "plistlib", "poplib", "posix", "posixpath", "pty", "pwd",
    "py_compile", "pyclbr", "pydoc", "pydoc_data", "pyexpat", "quopri", "readline",
    "rlcompleter", "runpy", "shelve", "site", "smtpd", "sndhdr", "spwd", "sre_compile",
    "sre_constants", "sre_parse", "stat", "stringprep", "sunau", "symtable", "sysconfig",
    "syslog", "tabnanny", "telnetlib", "termios", "this", "token", "tokenize", "tomllib",
    "trace", "tty", "turtledemo", "unicodedata", "uu", "venv", "wave", "webbrowser", "winreg",
    "winsound", "wsgiref", "xdrlib", "xml", "xmlrpc", "zipapp", "zipimport", "zoneinfo",
};

}  // namespace

void add_absent_modules(RegistryBuilder& registry) {
  for (const auto& [name, why] : kAbsent) registry.absent(name, why);
  for (const char* name : kUnknownHere) registry.absent(name, "");
}

}  // namespace lockstep
