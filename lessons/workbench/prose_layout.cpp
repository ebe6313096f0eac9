#include "workbench/prose_layout.h"

#include <algorithm>
#include <cmath>

namespace lockstep {
namespace {

constexpr float kListIndent = 24;
constexpr float kQuoteIndent = 18;
constexpr float kChipPadding = 4;
constexpr float kCodeLine = 21;

// Places one word after another and begins a new line where one does not fit. A "word" may be made of
// pieces in several styles that nothing separates: they stay together.
class LineFiller {
 public:
  LineFiller(ProseLayout& layout, const ImFont* spacing, float left, float width, float top, float line_height)
      : layout_(layout), spacing_(spacing), left_(left), width_(width), x_(left), y_(top), line_height_(line_height) {}

  void add_piece(ProseItem item, bool space_before) {
    if (space_before) {
      place_word();
      space_before_ = true;
    }
    word_.push_back(std::move(item));
  }

  void break_line() {
    place_word();
    if (!layout_.items.empty()) layout_.items.back().separator = '\n';
    new_line();
  }

  // The bottom of the last line.
  float finish() {
    place_word();
    if (!layout_.items.empty()) layout_.items.back().separator = '\n';
    return y_ + line_height_;
  }

 private:
  void new_line() {
    x_ = left_;
    y_ += line_height_;
  }

  static float full_width(const ProseItem& item) {
    return item.width + (item.on_chip ? 2 * kChipPadding : 0);
  }

  void place_word() {
    if (word_.empty()) return;
    float width = 0;
    for (const ProseItem& item : word_) width += full_width(item);
    const ImFont* font = word_.front().on_chip ? spacing_ : word_.front().font;
    const float space = space_before_ && x_ > left_ ? measure(font, " ").x : 0;
    if (x_ > left_ && x_ + space + width > left_ + width_) {
      new_line();
    } else {
      x_ += space;
    }
    for (ProseItem& item : word_) {
      const float padding = item.on_chip ? kChipPadding : 0;
      item.at = {x_ + padding, std::round(y_ + (line_height_ - font_size(item.font)) / 2)};
      x_ += full_width(item);
      item.separator = &item == &word_.back() ? ' ' : '\0';
      layout_.items.push_back(std::move(item));
    }
    word_.clear();
    space_before_ = false;
  }

  ProseLayout& layout_;
  const ImFont* spacing_;   // whose space stands before code
  float left_, width_;
  float x_, y_;
  float line_height_;
  std::vector<ProseItem> word_;
  bool space_before_ = false;
};

class Layouter {
 public:
  Layouter(const Fonts& fonts, float width) : fonts_(fonts), width_(width) {}

  ProseLayout run(const MarkdownDocument& document) {
    const MarkdownBlock* above = nullptr;
    for (const MarkdownBlock& block : document.blocks) {
      y_ += gap(above, block);
      const float top = y_;
      add_block(block);
      if (block.quote > 0) {
        const bool joins = above && above->quote > 0;
        add_quote_bar(block, joins ? last_quote_bottom_ : top, y_);
        last_quote_bottom_ = y_;
      }
      above = &block;
    }
    layout_.height = y_;
    return std::move(layout_);
  }

 private:
  static float gap(const MarkdownBlock* above, const MarkdownBlock& block) {
    if (!above) return 0;
    if (block.kind == MarkdownBlockKind::heading) return 26;
    if (above->kind == MarkdownBlockKind::heading) return 8;
    if (block.tight && above->indent > 0) return 3;
    return 13;
  }

  float left_of(const MarkdownBlock& block) const {
    return float(block.indent) * kListIndent + float(block.quote) * kQuoteIndent;
  }

  void add_block(const MarkdownBlock& block) {
    const float left = left_of(block);
    if (!block.marker.empty()) add_marker(block, left);
    switch (block.kind) {
      case MarkdownBlockKind::rule:
        layout_.shapes.push_back({ProseShapeKind::rule, {{left, y_ + 8}, {width_, y_ + 9}}});
        y_ += 17;
        break;
      case MarkdownBlockKind::code: add_code(block, left); break;
      case MarkdownBlockKind::heading: {
        const bool title = block.level == 1;
        add_text(block, left, title ? fonts_.title : fonts_.heading, title ? 34.0f : 28.0f);
        break;
      }
      case MarkdownBlockKind::paragraph: add_text(block, left, nullptr, space::prose_line); break;
    }
  }

  void add_marker(const MarkdownBlock& block, float left) {
    ProseItem item;
    item.text = block.marker;
    item.font = fonts_.prose;
    item.width = measure(item.font, item.text).x;
    item.at = {left - item.width - 8, std::round(y_ + (space::prose_line - font_size(item.font)) / 2)};
    item.colour = ProseColour::muted;
    layout_.items.push_back(std::move(item));
  }

  void add_quote_bar(const MarkdownBlock& block, float top, float bottom) {
    const float left = left_of(block) - kQuoteIndent;
    layout_.shapes.push_back({ProseShapeKind::quote_bar, {{left, top}, {left + 3, bottom}}});
  }

  const ImFont* font_of(const MarkdownRun& run) const {
    if (run.code) return fonts_.code;
    if (run.bold) return fonts_.prose_strong;
    return run.italic ? fonts_.prose_emphasis : fonts_.prose;
  }

  int link_of(const MarkdownRun& run) {
    if (run.link.empty()) return -1;
    if (layout_.links.empty() || layout_.links.back() != run.link) layout_.links.push_back(run.link);
    return int(layout_.links.size()) - 1;
  }

  void add_text(const MarkdownBlock& block, float left, const ImFont* font, float line_height) {
    LineFiller filler(layout_, fonts_.prose, left, width_ - left, y_, line_height);
    bool space_before = false;
    for (const MarkdownRun& run : block.runs) {
      if (run.text == "\n") {
        filler.break_line();
        space_before = false;
        continue;
      }
      ProseItem model;
      model.font = font && !run.code ? font : font_of(run);
      model.link = link_of(run);
      model.on_chip = run.code;
      model.colour = model.link >= 0 ? ProseColour::link : run.code ? ProseColour::code
                   : block.quote > 0 ? ProseColour::muted : ProseColour::text;
      add_words(filler, run, model, space_before);
    }
    y_ = filler.finish();
  }

  // Code among words keeps together as long as it is short: a break inside `a = b` reads badly.
  void add_words(LineFiller& filler, const MarkdownRun& run, const ProseItem& model,
                 bool& space_before) {
    const std::string& text = run.text;
    const bool whole = run.code && measure(model.font, text).x < width_ * 0.6f;
    size_t at = 0;
    while (at < text.size()) {
      if (text[at] == ' ' && !whole) {
        space_before = true;
        ++at;
        continue;
      }
      const size_t end = whole ? text.size() : std::min(text.find(' ', at), text.size());
      ProseItem item = model;
      item.text = text.substr(at, end - at);
      item.width = measure(item.font, item.text).x;
      filler.add_piece(std::move(item), space_before);
      space_before = false;
      at = end;
    }
  }

  void add_code(const MarkdownBlock& block, float left) {
    constexpr float kPadding = 12;
    const float top = y_;
    y_ += kPadding;
    const bool python = block.language.empty() || block.language.starts_with("py");
    const auto highlights = python ? highlight_python(block.code) : std::vector<HighlightSpan>();
    size_t highlight = 0;
    int32_t number = 1;
    for (size_t begin = 0; begin < block.code.size(); ++number) {
      const size_t end = std::min(block.code.find('\n', begin), block.code.size());
      const std::string_view line = std::string_view(block.code).substr(begin, end - begin);
      int32_t column = 0;
      float x = left + kPadding;
      const auto add = [&](int32_t to, HighlightKind kind) {
        if (to <= column) return;
        ProseItem item;
        item.text = line.substr(size_t(column), size_t(to - column));
        item.font = fonts_.code;
        item.width = measure(item.font, item.text).x;
        item.at = {x, std::round(y_ + (kCodeLine - font_size(item.font)) / 2)};
        item.colour = ProseColour::code;
        item.highlight = kind;
        item.separator = '\0';
        x += item.width;
        column = to;
        layout_.items.push_back(std::move(item));
      };
      for (; highlight < highlights.size() && highlights[highlight].line == number; ++highlight) {
        add(highlights[highlight].begin, HighlightKind::plain);
        add(highlights[highlight].end, highlights[highlight].kind);
      }
      add(int32_t(line.size()), HighlightKind::plain);
      if (!layout_.items.empty()) layout_.items.back().separator = '\n';
      y_ += kCodeLine;
      begin = end + 1;
    }
    y_ += kPadding;
    layout_.shapes.push_back({ProseShapeKind::code_ground, {{left, top}, {width_, y_}}});
  }

  const Fonts& fonts_;
  float width_;
  ProseLayout layout_;
  float y_ = 0;
  float last_quote_bottom_ = 0;
};

}  // namespace

ProseLayout lay_out_prose(const MarkdownDocument& document, const Fonts& fonts, float width) {
  return Layouter(fonts, width).run(document);
}

}  // namespace lockstep
