#pragma once

// What we ask of Dear ImGui at compile time. A timeline can need more than 65,536 vertices in one
// window, so indices have 32 bits.
#define IMGUI_ENABLE_FREETYPE
#define IMGUI_DISABLE_OBSOLETE_FUNCTIONS
#define IMGUI_DISABLE_DEMO_WINDOWS
#define IMGUI_DISABLE_DEBUG_TOOLS
#define ImDrawIdx unsigned int
