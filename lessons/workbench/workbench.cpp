#include "workbench/workbench.h"

#include "workbench/desk.h"

namespace lockstep {

Workbench::Workbench(Platform& platform, Options options)
    : desk_(std::make_unique<Desk>(platform, std::move(options))) {}

Workbench::~Workbench() = default;

void Workbench::frame() { desk_->frame(); }

void Workbench::load_fonts(double pixel_ratio) { desk_->load_fonts(pixel_ratio); }

std::string Workbench::query(std::string_view json) { return desk_->query(json); }

bool Workbench::idle() const { return desk_->idle(); }

}  // namespace lockstep
