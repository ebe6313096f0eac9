# The playground's typefaces, cut down to the characters it shows, as files in LOCKSTEP_FONT_FILES:
# Inter for prose (Noto Sans where Inter has no glyph), JetBrains Mono for code, Font Awesome for icons.
set(LOCKSTEP_FONT_ROOT /usr/share/fonts CACHE PATH "Where the fonts are installed")
find_program(LOCKSTEP_HB_SUBSET hb-subset)

set(letters "0020-024F,02C6-02DD,0300-036F,0370-03FF,0400-052F,1E00-1EFF")
set(signs "2000-206F,2070-209F,20A0-20BF,2100-214F,2190-21FF,2200-22FF,2300-23FF,2500-25FF,2600-26FF,2713-2718,FB01-FB02,FFFD")
set(icons "F000-F2E0")

set(LOCKSTEP_FONT_FILES "")
set(LOCKSTEP_FONT_FOLDER ${CMAKE_BINARY_DIR}/fonts)
file(MAKE_DIRECTORY ${LOCKSTEP_FONT_FOLDER})
function(lockstep_font characters package file)
  get_filename_component(name ${file} NAME)
  string(REPLACE "." "_" variable LOCKSTEP_FONT_${name})
  find_file(${variable} ${name} NO_CMAKE_FIND_ROOT_PATH
            PATHS ${LOCKSTEP_FONT_ROOT}/${file}/.. ${LOCKSTEP_FONT_ROOT} /usr/local/share/fonts)
  if(NOT ${variable})
    message(FATAL_ERROR "The font ${name} is missing: install Debian's package ${package}, or set "
                        "LOCKSTEP_FONT_ROOT to a folder that holds it")
  endif()
  set(out ${LOCKSTEP_FONT_FOLDER}/${name})
  if(LOCKSTEP_HB_SUBSET)
    # no shaping here, so the layout tables go; hinting stays
    set(command ${LOCKSTEP_HB_SUBSET} ${${variable}} --unicodes=${characters}
                --drop-tables=GSUB,GPOS,GDEF,BASE,STAT,DSIG --output-file=${out})
  else()
    set(command ${CMAKE_COMMAND} -E copy ${${variable}} ${out})
  endif()
  add_custom_command(OUTPUT ${out} COMMAND ${command} DEPENDS ${${variable}}
                     ${CMAKE_CURRENT_FUNCTION_LIST_FILE} COMMENT "Font ${name}" VERBATIM)
  set(LOCKSTEP_FONT_FILES ${LOCKSTEP_FONT_FILES} ${out} PARENT_SCOPE)
endfunction()

lockstep_font("${letters},${signs}" fonts-inter opentype/inter/Inter-Regular.otf)
lockstep_font("${letters},${signs}" fonts-inter opentype/inter/Inter-SemiBold.otf)
lockstep_font("${letters},${signs}" fonts-inter opentype/inter/Inter-Italic.otf)
lockstep_font("${letters},${signs}" fonts-noto-core truetype/noto/NotoSans-Regular.ttf)
lockstep_font("${letters},${signs}" fonts-jetbrains-mono
              truetype/jetbrains-mono/JetBrainsMono-Regular.ttf)
lockstep_font("${icons}" fonts-font-awesome truetype/font-awesome/fontawesome-webfont.ttf)
