# SDL2 and FreeType compiled for WebAssembly straight from their sources: their own build systems spend
# minutes asking questions whose answers are known here.
lockstep_source(sdl2
  https://github.com/libsdl-org/SDL/releases/download/release-2.32.4/SDL2-2.32.4.tar.gz
  f15b478253e1ff6dac62257ded225ff4e7d0c5230204ac3450f1144ee806f934)
lockstep_source(freetype
  https://download.savannah.gnu.org/releases/freetype/freetype-2.13.3.tar.xz
  0550350666d427c74daeb85d5ac7bb353acba5f76956395995311a9c6f063289)

# include/SDL_config_emscripten.h settles what these folders hold: the core, what runs in a browser, and
# the drivers that do nothing. Their files ask that header themselves whether they are wanted.
set(folders . atomic audio audio/disk audio/dummy audio/emscripten cpuinfo dynapi events file
  filesystem/emscripten haptic haptic/dummy joystick joystick/emscripten joystick/virtual
  loadso/dlopen locale locale/emscripten main/dummy misc misc/emscripten power power/emscripten
  render render/opengles2 render/software sensor sensor/dummy stdlib thread thread/pthread timer
  timer/unix video video/dummy video/emscripten video/yuv2rgb)
set(sources "")
foreach(folder IN LISTS folders)
  file(GLOB found ${sdl2_SOURCE}/src/${folder}/*.c)
  list(APPEND sources ${found})
endforeach()
list(FILTER sources EXCLUDE REGEX "yuv_rgb_(sse|lsx)")
add_library(lockstep_sdl2 STATIC ${sources})
target_include_directories(lockstep_sdl2 SYSTEM PUBLIC ${sdl2_SOURCE}/include)
target_include_directories(lockstep_sdl2 PRIVATE ${sdl2_SOURCE}/src/video/khronos)
target_compile_options(lockstep_sdl2 PRIVATE -w)
target_link_options(lockstep_sdl2 INTERFACE -sMIN_WEBGL_VERSION=2 -sMAX_WEBGL_VERSION=2)

# Each of FreeType's modules is one file that includes the others.
set(parts autofit/autofit base/ftbase base/ftbbox base/ftbitmap base/ftdebug base/ftglyph base/ftinit
  base/ftmm base/ftsynth base/ftsystem cff/cff gzip/ftgzip psaux/psaux pshinter/pshinter psnames/psnames
  raster/raster sfnt/sfnt smooth/smooth truetype/truetype)
list(TRANSFORM parts PREPEND ${freetype_SOURCE}/src/)
list(TRANSFORM parts APPEND .c)
add_library(lockstep_freetype STATIC ${parts})
target_include_directories(lockstep_freetype SYSTEM PUBLIC ${freetype_SOURCE}/include)
target_include_directories(lockstep_freetype PRIVATE ${CMAKE_CURRENT_LIST_DIR}/include)
target_compile_definitions(lockstep_freetype PRIVATE FT2_BUILD_LIBRARY
  FT_CONFIG_MODULES_H="freetype_modules.h")
target_compile_options(lockstep_freetype PRIVATE -w)

add_library(lockstep_gl INTERFACE)
target_compile_definitions(lockstep_gl INTERFACE LOCKSTEP_GL_HEADER=<GLES3/gl3.h>)
