# Everything of third parties that the build uses, each under a name of ours, lockstep::NAME.
#
# Three places are tried in order: what tests/run and web/play fetched into build/packages (source
# packages of the system's distribution), what the system has installed, and the upstream release
# (FetchContent). Each source is held to a SHA-256.
include(FetchContent)
set(LOCKSTEP_PACKAGES ${PROJECT_SOURCE_DIR}/build/packages CACHE PATH
    "Where the sources of third parties are, one folder each")

find_package(Threads REQUIRED)
add_library(lockstep_threads INTERFACE)
target_link_libraries(lockstep_threads INTERFACE Threads::Threads)
add_library(lockstep::threads ALIAS lockstep_threads)

# Sets NAME_SOURCE to the folder of a source tree.
function(lockstep_source name url sha256)
  if(EXISTS ${LOCKSTEP_PACKAGES}/${name})
    set(${name}_SOURCE ${LOCKSTEP_PACKAGES}/${name} PARENT_SCOPE)
    return()
  endif()
  message(STATUS "Fetching ${name} from ${url}")
  # a folder that does not exist keeps FetchContent from building the package its own way
  FetchContent_Declare(${name} URL ${url} URL_HASH SHA256=${sha256} SOURCE_SUBDIR none
                       DOWNLOAD_EXTRACT_TIMESTAMP OFF)
  FetchContent_MakeAvailable(${name})
  set(${name}_SOURCE ${${name}_SOURCE_DIR} PARENT_SCOPE)
endfunction()

# A library that is only headers: `header` is how sources include it, `inside` the folder of the
# upstream archive that it starts from. What the system has is linked into a folder of the build, so
# that a cross compiler sees this library and not the rest of the system's headers.
function(lockstep_headers name header inside url sha256)
  find_path(LOCKSTEP_${name}_INCLUDE ${header} NO_CMAKE_FIND_ROOT_PATH
            PATHS /usr/include /usr/local/include /opt/homebrew/include)
  if(LOCKSTEP_${name}_INCLUDE)
    string(REGEX MATCH "^[^/]+" top ${header})
    set(folder ${CMAKE_BINARY_DIR}/headers/${name})
    file(MAKE_DIRECTORY ${folder})
    file(CREATE_LINK ${LOCKSTEP_${name}_INCLUDE}/${top} ${folder}/${top} SYMBOLIC)
  else()
    lockstep_source(${name} ${url} ${sha256})
    set(${name}_SOURCE ${${name}_SOURCE} PARENT_SCOPE)
    set(folder ${${name}_SOURCE}/${inside})
  endif()
  target_include_directories(lockstep_headers SYSTEM INTERFACE ${folder})
endfunction()

add_library(lockstep_headers INTERFACE)
add_library(lockstep::headers ALIAS lockstep_headers)
target_compile_definitions(lockstep_headers INTERFACE FMT_HEADER_ONLY=1 XXH_INLINE_ALL=1)
lockstep_headers(fmt fmt/core.h include
  https://github.com/fmtlib/fmt/archive/9.1.0.tar.gz
  5dea48d1fcddc3ec571ce2058e13910a0d4a6bab4cc09a809d8b1dd1c88ae6f2)
lockstep_headers(nlohmann_json nlohmann/json.hpp include
  https://github.com/nlohmann/json/archive/v3.11.2.tar.gz
  d69f9deb6a75e2580465c6c4c5111b89c4dc2fa94e3a85fcd2ffcd9a143d9273)
lockstep_headers(cli11 CLI/CLI.hpp include
  https://github.com/CLIUtils/CLI11/archive/v2.1.2.tar.gz
  26291377e892ba0e5b4972cdfd4a2ab3bf53af8dac1f4ea8fe0d1376b625c8cb)
lockstep_headers(robin_map tsl/robin_map.h include
  https://github.com/Tessil/robin-map/archive/v1.2.1.tar.gz
  2b54d2c1de2f73bea5c51d5dcbd64813a08caf1bfddcfdeee40ab74e9599e8e3)
lockstep_headers(xxhash xxhash.h .
  https://github.com/Cyan4973/xxHash/archive/v0.8.1.tar.gz
  3bb6b7d6f30c591dd65aaaff1c8b7a5b94d81687998ca9400082c739a690436c)
lockstep_headers(doctest doctest/doctest.h .
  https://github.com/doctest/doctest/archive/v2.4.9.tar.gz
  19b2df757f2f3703a5e63cee553d85596875f06d91a3333acd80a969ef210856)
lockstep_headers(boost boost/multiprecision/cpp_int.hpp .
  https://archives.boost.io/release/1.83.0/source/boost_1_83_0.tar.bz2
  6478edfe2f3305127cffe8caf73ea0176c53769f4bf1585be237eb30798c3b8e)
# Boost before 1.80 derives from std::unary_function, which libc++ has dropped
target_compile_definitions(lockstep_headers INTERFACE
                           _LIBCPP_ENABLE_CXX17_REMOVED_UNARY_BINARY_FUNCTION)

# utf8proc: the system's natively, the same release from its source elsewhere, so that every build
# has the same Unicode tables.
find_library(LOCKSTEP_UTF8PROC utf8proc)
find_path(LOCKSTEP_UTF8PROC_INCLUDE utf8proc.h)
if(LOCKSTEP_UTF8PROC AND LOCKSTEP_UTF8PROC_INCLUDE AND NOT CMAKE_CROSSCOMPILING)
  add_library(lockstep_utf8proc INTERFACE)
  target_link_libraries(lockstep_utf8proc INTERFACE ${LOCKSTEP_UTF8PROC})
else()
  lockstep_source(utf8proc
    https://github.com/JuliaStrings/utf8proc/archive/v2.8.0.tar.gz
    a0a60a79fe6f6d54e7d411facbfcc867a6e198608f2cd992490e46f04b1bcecc)
  add_library(lockstep_utf8proc STATIC ${utf8proc_SOURCE}/utf8proc.c)
  target_compile_definitions(lockstep_utf8proc PUBLIC UTF8PROC_STATIC)
  target_include_directories(lockstep_utf8proc SYSTEM PUBLIC ${utf8proc_SOURCE})
endif()
add_library(lockstep::utf8proc ALIAS lockstep_utf8proc)

# PCRE2, 8 bits wide, the same way.
find_library(LOCKSTEP_PCRE2 pcre2-8)
find_path(LOCKSTEP_PCRE2_INCLUDE pcre2.h)
if(LOCKSTEP_PCRE2 AND LOCKSTEP_PCRE2_INCLUDE AND NOT CMAKE_CROSSCOMPILING)
  add_library(lockstep_pcre2 INTERFACE)
  target_link_libraries(lockstep_pcre2 INTERFACE ${LOCKSTEP_PCRE2})
else()
  lockstep_source(pcre2
    https://github.com/PCRE2Project/pcre2/releases/download/pcre2-10.42/pcre2-10.42.tar.gz
    c33b418e3b936ee3153de2c61cc638e7e4fe3156022a5c77d0711bcbb9d64f1f)
  # its own build system would only copy these three under their names
  set(folder ${CMAKE_BINARY_DIR}/pcre2)
  configure_file(${pcre2_SOURCE}/src/config.h.generic ${folder}/config.h COPYONLY)
  configure_file(${pcre2_SOURCE}/src/pcre2.h.generic ${folder}/pcre2.h COPYONLY)
  configure_file(${pcre2_SOURCE}/src/pcre2_chartables.c.dist ${folder}/pcre2_chartables.c COPYONLY)
  set(parts auto_possess compile config context convert dfa_match error extuni find_bracket
    jit_compile maketables match match_data newline ord2utf pattern_info script_run serialize
    string_utils study substitute substring tables ucd valid_utf xclass)
  list(TRANSFORM parts PREPEND ${pcre2_SOURCE}/src/pcre2_)
  list(TRANSFORM parts APPEND .c)
  add_library(lockstep_pcre2 STATIC ${parts} ${folder}/pcre2_chartables.c)
  target_compile_definitions(lockstep_pcre2 PRIVATE HAVE_CONFIG_H PCRE2_CODE_UNIT_WIDTH=8
                             SUPPORT_UNICODE PUBLIC PCRE2_STATIC)
  target_compile_options(lockstep_pcre2 PRIVATE -w)
  target_include_directories(lockstep_pcre2 SYSTEM PUBLIC ${folder} PRIVATE ${pcre2_SOURCE}/src)
endif()
add_library(lockstep::pcre2 ALIAS lockstep_pcre2)

if(LOCKSTEP_SHELL)
  include(${CMAKE_CURRENT_LIST_DIR}/shell_packages.cmake)
endif()
