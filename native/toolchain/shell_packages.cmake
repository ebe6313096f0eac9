# The libraries that only the playground needs; see packages.cmake for the rules.
lockstep_source(imgui
  https://github.com/ocornut/imgui/archive/v1.90.1.tar.gz
  21dcc985bb2ae8fe48047c86135dbc438d6980a8f2e08babbda5be820592f282)
lockstep_source(md4c
  https://github.com/mity/md4c/archive/refs/tags/release-0.4.8.tar.gz
  4a457df853425b6bb6e3457aa1d1a13bccec587a04c38c622b1013a0da41439f)

add_library(lockstep_md4c STATIC ${md4c_SOURCE}/src/md4c.c)
target_include_directories(lockstep_md4c SYSTEM PUBLIC ${md4c_SOURCE}/src)
target_compile_definitions(lockstep_md4c PRIVATE MD4C_USE_UTF8)
add_library(lockstep::md4c ALIAS lockstep_md4c)

if(EMSCRIPTEN)
  include(${CMAKE_CURRENT_LIST_DIR}/web_packages.cmake)
else()
  find_package(SDL2 2.0.22 REQUIRED)
  find_package(OpenGL REQUIRED)
  find_package(Freetype REQUIRED)
  add_library(lockstep_sdl2 INTERFACE)
  target_link_libraries(lockstep_sdl2 INTERFACE SDL2::SDL2)
  add_library(lockstep_freetype INTERFACE)
  target_link_libraries(lockstep_freetype INTERFACE Freetype::Freetype)
  add_library(lockstep_gl INTERFACE)
  target_link_libraries(lockstep_gl INTERFACE OpenGL::GL)
  target_compile_definitions(lockstep_gl INTERFACE LOCKSTEP_GL_HEADER=<SDL_opengl.h>)
endif()

add_library(lockstep_imgui STATIC
  ${imgui_SOURCE}/imgui.cpp
  ${imgui_SOURCE}/imgui_draw.cpp
  ${imgui_SOURCE}/imgui_tables.cpp
  ${imgui_SOURCE}/imgui_widgets.cpp
  ${imgui_SOURCE}/backends/imgui_impl_opengl3.cpp
  ${imgui_SOURCE}/backends/imgui_impl_sdl2.cpp
  ${imgui_SOURCE}/misc/cpp/imgui_stdlib.cpp
  ${imgui_SOURCE}/misc/freetype/imgui_freetype.cpp)
target_include_directories(lockstep_imgui SYSTEM PUBLIC
  ${imgui_SOURCE} ${imgui_SOURCE}/backends ${imgui_SOURCE}/misc/cpp ${imgui_SOURCE}/misc/freetype)
target_include_directories(lockstep_imgui PUBLIC ${CMAKE_CURRENT_LIST_DIR}/include)
target_compile_definitions(lockstep_imgui PUBLIC IMGUI_USER_CONFIG="imgui_options.h"
  $<$<BOOL:${EMSCRIPTEN}>:IMGUI_IMPL_OPENGL_ES3>)
set_target_properties(lockstep_imgui PROPERTIES UNITY_BUILD OFF)
target_compile_options(lockstep_imgui PRIVATE $<$<NOT:$<CONFIG:Debug>>:-O2>)
target_link_libraries(lockstep_imgui PUBLIC lockstep_sdl2 lockstep_freetype lockstep_gl)
add_library(lockstep::imgui ALIAS lockstep_imgui)

