#include "workbench/markdown.h"

#include <md4c.h>

#include "base/check.h"

namespace lockstep {
namespace {

// md4c reports what it meets in order; this keeps where we are and puts blocks together.
class MarkdownReader {
 public:
  static int enter_block(MD_BLOCKTYPE type, void* detail, void* self) {
    return static_cast<MarkdownReader*>(self)->enter(type, detail);
  }
  static int leave_block(MD_BLOCKTYPE type, void*, void* self) {
    return static_cast<MarkdownReader*>(self)->leave(type);
  }
  static int enter_span(MD_SPANTYPE type, void* detail, void* self) {
    return static_cast<MarkdownReader*>(self)->enter(type, detail);
  }
  static int leave_span(MD_SPANTYPE type, void*, void* self) {
    return static_cast<MarkdownReader*>(self)->leave(type);
  }
  static int add_text(MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* self) {
    return static_cast<MarkdownReader*>(self)->text(type, {text, size});
  }

  MarkdownDocument take() { return std::move(document_); }

 private:
  struct List {
    bool ordered = false;
    bool tight = false;
    unsigned next = 1;
    char delimiter = '.';
  };

  int enter(MD_BLOCKTYPE type, void* detail) {
    switch (type) {
      case MD_BLOCK_QUOTE:
        ++quote_;
        break;
      case MD_BLOCK_UL:
        lists_.push_back({false, static_cast<MD_BLOCK_UL_DETAIL*>(detail)->is_tight != 0, 0, '.'});
        break;
      case MD_BLOCK_OL: {
        const auto* list = static_cast<MD_BLOCK_OL_DETAIL*>(detail);
        lists_.push_back({true, list->is_tight != 0, list->start, list->mark_delimiter});
        break;
      }
      case MD_BLOCK_LI: {
        List& list = lists_.back();
        marker_ = list.ordered ? std::to_string(list.next++) + list.delimiter : "\u2022";
        item_begins_ = true;
        // the text of a tight item comes without a paragraph around it
        if (list.tight) begin(MarkdownBlockKind::paragraph);
        break;
      }
      case MD_BLOCK_HR:
        begin(MarkdownBlockKind::rule);
        break;
      case MD_BLOCK_H:
        begin(MarkdownBlockKind::heading);
        block().level = static_cast<int>(static_cast<MD_BLOCK_H_DETAIL*>(detail)->level);
        break;
      case MD_BLOCK_CODE: {
        begin(MarkdownBlockKind::code);
        const MD_ATTRIBUTE& language = static_cast<MD_BLOCK_CODE_DETAIL*>(detail)->lang;
        block().language = std::string(language.text, language.size);
        break;
      }
      case MD_BLOCK_P:
        begin(MarkdownBlockKind::paragraph);
        break;
      default:
        break;
    }
    return 0;
  }

  int leave(MD_BLOCKTYPE type) {
    if (type == MD_BLOCK_QUOTE) --quote_;
    if (type == MD_BLOCK_UL || type == MD_BLOCK_OL) lists_.pop_back();
    if (type == MD_BLOCK_LI) drop_empty();
    return 0;
  }

  int enter(MD_SPANTYPE type, void* detail) {
    switch (type) {
      case MD_SPAN_EM: ++italic_; break;
      case MD_SPAN_STRONG: ++bold_; break;
      case MD_SPAN_CODE: ++code_; break;
      case MD_SPAN_A: {
        const MD_ATTRIBUTE& target = static_cast<MD_SPAN_A_DETAIL*>(detail)->href;
        link_ = std::string(target.text, target.size);
        break;
      }
      default: break;
    }
    return 0;
  }

  int leave(MD_SPANTYPE type) {
    switch (type) {
      case MD_SPAN_EM: --italic_; break;
      case MD_SPAN_STRONG: --bold_; break;
      case MD_SPAN_CODE: --code_; break;
      case MD_SPAN_A: link_.clear(); break;
      default: break;
    }
    return 0;
  }

  int text(MD_TEXTTYPE type, std::string_view piece) {
    if (document_.blocks.empty()) begin(MarkdownBlockKind::paragraph);
    if (block().kind == MarkdownBlockKind::code) {
      block().code += piece;
      return 0;
    }
    switch (type) {
      case MD_TEXT_BR: add_run("\n"); break;
      case MD_TEXT_SOFTBR: add_run(" "); break;
      case MD_TEXT_NULLCHAR: add_run("\uFFFD"); break;
      case MD_TEXT_ENTITY: add_run(entity(piece)); break;
      default: add_run(piece); break;
    }
    return 0;
  }

  static std::string_view entity(std::string_view name) {
    if (name == "&amp;") return "&";
    if (name == "&lt;") return "<";
    if (name == "&gt;") return ">";
    if (name == "&quot;") return "\"";
    if (name == "&nbsp;") return "\u00A0";
    return name;
  }

  void add_run(std::string_view piece) {
    MarkdownRun run{std::string(piece), bold_ > 0, italic_ > 0, code_ > 0, link_};
    auto& runs = block().runs;
    const bool breaks = piece == "\n" || (!runs.empty() && runs.back().text == "\n");
    if (!runs.empty() && !breaks && runs.back().same_style(run)) {
      runs.back().text += piece;
    } else {
      runs.push_back(std::move(run));
    }
  }

  void begin(MarkdownBlockKind kind) {
    drop_empty();
    MarkdownBlock added;
    added.kind = kind;
    added.indent = static_cast<int>(lists_.size());
    added.quote = quote_;
    if (item_begins_) {
      added.marker = marker_;
      item_begins_ = false;
    }
    added.tight = !lists_.empty() && lists_.back().tight;
    document_.blocks.push_back(std::move(added));
  }

  // A tight item that begins with a list or with code leaves an empty paragraph: its marker belongs
  // to what follows.
  void drop_empty() {
    if (document_.blocks.empty()) return;
    const MarkdownBlock& last = block();
    if (last.kind != MarkdownBlockKind::paragraph || !last.runs.empty()) return;
    if (!last.marker.empty() && !item_begins_) {
      marker_ = last.marker;
      item_begins_ = true;
    }
    document_.blocks.pop_back();
  }

  MarkdownBlock& block() { return document_.blocks.back(); }

  MarkdownDocument document_;
  std::vector<List> lists_;
  int quote_ = 0;
  int bold_ = 0;
  int italic_ = 0;
  int code_ = 0;
  std::string link_;
  std::string marker_;
  bool item_begins_ = false;
};

}  // namespace

MarkdownDocument parse_markdown(std::string_view text) {
  MD_PARSER parser{};
  parser.flags = MD_FLAG_NOHTML | MD_FLAG_PERMISSIVEURLAUTOLINKS;
  parser.enter_block = MarkdownReader::enter_block;
  parser.leave_block = MarkdownReader::leave_block;
  parser.enter_span = MarkdownReader::enter_span;
  parser.leave_span = MarkdownReader::leave_span;
  parser.text = MarkdownReader::add_text;
  MarkdownReader reader;
  ENSURE(md_parse(text.data(), static_cast<MD_SIZE>(text.size()), &parser, &reader) == 0);
  return reader.take();
}

}  // namespace lockstep
