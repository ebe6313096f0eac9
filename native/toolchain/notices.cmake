# Third parties' notices: LOCKSTEP_NOTICES is one text with the licence of everything that is compiled
# into the program or the page. Debian keeps them in /usr/share/doc; sources bring their own.
set(LOCKSTEP_NOTICES ${CMAKE_BINARY_DIR}/notices/notices.txt)
set(LOCKSTEP_DOC_ROOT /usr/share/doc CACHE PATH "Where packages keep their copyright files")
set(notice_arguments "")
set(notice_files "")

# The first of the files that exists is the notice; none of them is an error.
function(lockstep_notice title)
  foreach(candidate IN LISTS ARGN)
    string(REPLACE ":*" "" file ${candidate})
    if(EXISTS ${file})
      set(notice_arguments ${notice_arguments} ${title} ${candidate} PARENT_SCOPE)
      set(notice_files ${notice_files} ${file} PARENT_SCOPE)
      return()
    endif()
  endforeach()
  message(FATAL_ERROR "No licence file found for ${title}: looked for ${ARGN}")
endfunction()

set(doc ${LOCKSTEP_DOC_ROOT})
lockstep_notice("Dear ImGui" ${imgui_SOURCE}/LICENSE.txt)
lockstep_notice("SDL" ${sdl2_SOURCE}/LICENSE.txt ${LOCKSTEP_PACKAGES}/sdl2/LICENSE.txt
                ${doc}/libsdl2-2.0-0/copyright)
lockstep_notice("FreeType" ${freetype_SOURCE}/docs/FTL.TXT ${LOCKSTEP_PACKAGES}/freetype/docs/FTL.TXT
                ${doc}/libfreetype6/copyright)
lockstep_notice("MD4C" ${md4c_SOURCE}/LICENSE.md)
lockstep_notice("utf8proc" ${utf8proc_SOURCE}/LICENSE.md ${doc}/libutf8proc-dev/copyright)
lockstep_notice("PCRE2" ${pcre2_SOURCE}/LICENCE ${doc}/libpcre2-dev/copyright)
lockstep_notice("{fmt}" ${fmt_SOURCE}/LICENSE.rst ${doc}/libfmt-dev/copyright)
lockstep_notice("JSON for Modern C++" ${nlohmann_json_SOURCE}/LICENSE.MIT
                ${doc}/nlohmann-json3-dev/copyright)
lockstep_notice("CLI11" ${cli11_SOURCE}/LICENSE ${doc}/libcli11-dev/copyright)
lockstep_notice("robin-map" ${robin_map_SOURCE}/LICENSE ${doc}/robin-map-dev/copyright)
lockstep_notice("xxHash" ${xxhash_SOURCE}/LICENSE ${doc}/libxxhash-dev/copyright)
file(GLOB boost_copyright ${doc}/libboost1.*-dev/copyright)
list(TRANSFORM boost_copyright APPEND ":*")  # it lists the authors of hundreds of libraries
lockstep_notice("Boost" ${boost_SOURCE}/LICENSE_1_0.txt ${boost_copyright})
lockstep_notice("Inter" ${doc}/fonts-inter/copyright)
lockstep_notice("JetBrains Mono" ${doc}/fonts-jetbrains-mono/copyright)
lockstep_notice("Noto Sans" ${doc}/fonts-noto-core/copyright)
lockstep_notice("Font Awesome" ${doc}/fonts-font-awesome/copyright)
if(EMSCRIPTEN)
  lockstep_notice("Emscripten" ${EMSCRIPTEN_ROOT_PATH}/../doc/emscripten/copyright
                  ${EMSCRIPTEN_ROOT_PATH}/LICENSE ${doc}/emscripten/copyright)
endif()
add_custom_command(
  OUTPUT ${LOCKSTEP_NOTICES}
  COMMAND Python3::Interpreter ${CMAKE_CURRENT_LIST_DIR}/notices.py ${LOCKSTEP_NOTICES}
          ${notice_arguments}
  DEPENDS ${CMAKE_CURRENT_LIST_DIR}/notices.py ${notice_files}
  COMMENT "Collecting third parties' notices"
  VERBATIM)
