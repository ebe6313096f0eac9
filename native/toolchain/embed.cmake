find_package(Python3 COMPONENTS Interpreter REQUIRED)

# lockstep_embed(TARGET SYMBOL ROOT FILE...)
#
# Puts the files inside TARGET, a library or program. `#include "SYMBOL.h"` then declares
# `std::span<const lockstep::EmbeddedFile> lockstep::SYMBOL()`, sorted by path relative to ROOT.
# No file at all is fine: the span is empty.
function(lockstep_embed target symbol root)
  set(out ${CMAKE_CURRENT_BINARY_DIR}/embedded/${symbol})
  set(script ${PROJECT_SOURCE_DIR}/native/toolchain/embed.py)
  # the names are part of the command, so a file that comes or goes also rebuilds
  add_custom_command(
    OUTPUT ${out}.cpp ${out}.h
    COMMAND Python3::Interpreter ${script} ${out} ${symbol} ${root} ${ARGN}
    DEPENDS ${script} ${ARGN}
    COMMENT "Embedding ${symbol}"
    VERBATIM)
  set_source_files_properties(${out}.cpp PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
  target_sources(${target} PRIVATE ${out}.cpp ${out}.h)
  target_include_directories(${target} PUBLIC ${CMAKE_CURRENT_BINARY_DIR}/embedded)
endfunction()
