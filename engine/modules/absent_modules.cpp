#include "modules/registry_builder.h"

// Modules of CPython's library that scripts here cannot have, and why: what an import of them says.
namespace lockstep {

namespace {

constexpr const char* kNoFiles = "programs run without a file system";
constexpr const char* kNoNetwork = "programs run without a network";
constexpr const char* kNoProcesses = "programs run in a single process";

constexpr Registry::Absent kAbsent[] = {
    {"pathlib", kNoFiles},
    {"shutil", kNoFiles},
    {"tempfile", kNoFiles},
    {"glob", kNoFiles},
    {"pickle", kNoFiles},
    {"sqlite3", kNoFiles},
    {"csv", kNoFiles},
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
    {"multiprocessing", kNoProcesses},
    {"subprocess", kNoProcesses},
    {"ctypes", "there is no C code to call"},
    {"tkinter", "there are no windows to open"},
    {"turtle", "there are no windows to open"},
};

// Those that CPython has and nobody has asked for: an import says that much.
constexpr const char* kUnknownHere[] = {
    "aifc", "antigravity", "argparse", "array", "ast", "asynchat", "asyncore", "audioop", "bdb",
    "bz2", "cProfile", "calendar", "cgi", "cgitb", "chunk", "cmd", "code", "codecs", "codeop",
    "colorsys", "compileall", "configparser", "copyreg", "crypt", "curses", "dbm",
    "difflib", "dis", "distutils", "doctest", "email", "encodings", "ensurepip", "faulthandler",
    "fcntl", "filecmp", "fnmatch", "genericpath", "getopt", "getpass", "gettext", "grp", "gzip",
    "hmac", "html", "idlelib", "imaplib", "imghdr", "imp", "importlib", "ipaddress", "lib2to3",
    "linecache", "locale", "lzma", "mailbox", "mailcap", "marshal", "mimetypes", "mmap",
    "modulefinder", "msilib", "msvcrt", "netrc", "nis", "nntplib", "nt", "ntpath", "nturl2path",
    "opcode", "optparse", "ossaudiodev", "pdb", "pickletools", "pipes", "pkgutil", "plistlib",
    "poplib", "posix", "posixpath", "profile", "pstats", "pty", "pwd", "py_compile", "pyclbr",
    "pydoc", "pydoc_data", "pyexpat", "quopri", "readline", "resource", "rlcompleter",
    "runpy", "shelve", "shlex", "site", "smtpd", "sndhdr", "spwd", "sre_compile", "sre_constants",
    "sre_parse", "stat", "stringprep", "struct", "sunau", "symtable", "sysconfig", "syslog",
    "tabnanny", "telnetlib", "termios", "this", "token", "tokenize", "tomllib", "trace",
    "tracemalloc", "tty", "turtledemo", "unicodedata", "unittest", "uu", "venv", "wave",
    "webbrowser", "winreg", "winsound", "wsgiref", "xdrlib", "xml", "xmlrpc", "zipapp",
    "zipimport", "zlib", "zoneinfo",
};

}  // namespace

void add_absent_modules(RegistryBuilder& registry) {
  for (const auto& [name, why] : kAbsent) registry.absent(name, why);
  for (const char* name : kUnknownHere) registry.absent(name, "");
}

}  // namespace lockstep
