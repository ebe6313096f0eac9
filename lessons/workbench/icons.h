#pragma once

// The icons in use, as UTF-8; they are glyphs of Font Awesome 4.7 within the prose typefaces.
namespace lockstep::icon {

inline constexpr const char* run = "\xEF\x81\x8B";            // play
inline constexpr const char* stop = "\xEF\x81\x8D";
inline constexpr const char* reset = "\xEF\x83\xA2";          // undo
inline constexpr const char* sun = "\xEF\x86\x85";
inline constexpr const char* moon = "\xEF\x86\x86";
inline constexpr const char* menu = "\xEF\x83\x89";           // bars
inline constexpr const char* check = "\xEF\x80\x8C";
inline constexpr const char* check_circle = "\xEF\x81\x98";
inline constexpr const char* circle = "\xEF\x84\x91";
inline constexpr const char* circle_open = "\xEF\x84\x8C";
inline constexpr const char* error = "\xEF\x81\xAA";          // exclamation-circle
inline constexpr const char* warning = "\xEF\x81\xB1";        // exclamation-triangle
inline constexpr const char* lock = "\xEF\x80\xA3";
inline constexpr const char* copy = "\xEF\x83\x85";
inline constexpr const char* plus = "\xEF\x81\xA7";
inline constexpr const char* minus = "\xEF\x81\xA8";
inline constexpr const char* fit = "\xEF\x82\xB2";            // arrows-alt
inline constexpr const char* down = "\xEF\x84\x87";           // angle-down
inline constexpr const char* next = "\xEF\x84\x85";           // angle-right
inline constexpr const char* previous = "\xEF\x84\x84";       // angle-left
inline constexpr const char* to_end = "\xEF\x81\xA3";         // arrow-down
inline constexpr const char* clock = "\xEF\x80\x97";
inline constexpr const char* code = "\xEF\x84\xA1";
inline constexpr const char* pencil = "\xEF\x81\x80";
inline constexpr const char* filter = "\xEF\x82\xB0";
inline constexpr const char* output = "\xEF\x84\xA0";         // terminal
inline constexpr const char* timeline = "\xEF\x82\xAE";       // tasks
inline constexpr const char* book = "\xEF\x80\xAD";
inline constexpr const char* step = "\xEF\x81\x91";           // step-forward
inline constexpr const char* back = "\xEF\x81\x88";           // step-backward
inline constexpr const char* to_start = "\xEF\x81\x89";       // fast-backward
inline constexpr const char* to_finish = "\xEF\x81\x90";      // fast-forward
inline constexpr const char* random = "\xEF\x81\xB4";         // random
inline constexpr const char* explore = "\xEF\x80\x82";        // search
inline constexpr const char* share = "\xEF\x83\x81";          // link
inline constexpr const char* unlock = "\xEF\x82\x9C";
inline constexpr const char* variables = "\xEF\x83\x8A";      // list-ul
inline constexpr const char* add = "\xEF\x81\xA7";            // plus
inline constexpr const char* chart = "\xEF\x82\x80";          // bar-chart
inline constexpr const char* settings = "\xEF\x80\x93";       // cog
inline constexpr const char* loop = "\xEF\x80\xA1";           // refresh
inline constexpr const char* fork = "\xEF\x84\xA6";           // code-fork
inline constexpr const char* pause = "\xEF\x81\x8C";

}  // namespace lockstep::icon
