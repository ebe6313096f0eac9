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
    {"signal", kNoProcesses},
    {"ctypes", "there is no C code to call"},
    {"tkinter", "there are no windows to open"},
    {"turtle", "there are no windows to open"},
};

}  // namespace

void add_absent_modules(RegistryBuilder& registry) {
  for (const auto& [name, why] : kAbsent) registry.absent(name, why);
}

}  // namespace lockstep
