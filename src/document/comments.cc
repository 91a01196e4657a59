#include "document/comments.h"

#include <md4c.h>

#include <algorithm>
#include <functional>
#include <string>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/strip.h"
#include "document/html_tree.h"

namespace crosscheck {

namespace {

constexpr absl::string_view kOpen = "<!--";
constexpr absl::string_view kClose = "-->";

// The comment that begins at `begin`, where one does and ends before `end`.
void AddComment(absl::string_view document, size_t begin, size_t end, std::vector<Comment>& comments) {
  if (!absl::StartsWith(document.substr(begin), kOpen)) return;  // <!doctype …, <? … ?>
  const size_t text = begin + kOpen.size();
  const size_t close = document.find(kClose, text);
  if (close == absl::string_view::npos || close + kClose.size() > end) return;
  Comment comment;
  comment.span = {begin, close + kClose.size()};
  comment.text = std::string(absl::StripAsciiWhitespace(document.substr(text, close - text)));
  comments.push_back(std::move(comment));
}

class MarkdownComments {
 public:
  MarkdownComments(absl::string_view document, TextSpan range, std::vector<Comment>& comments)
      : document_(document), range_(range), comments_(comments) {}

  void EnterBlock(MD_BLOCKTYPE type) {
    in_html_ = type == MD_BLOCK_HTML;
    html_ = {range_.end, range_.begin};
  }

  void LeaveBlock(MD_BLOCKTYPE type) {
    if (type == MD_BLOCK_HTML && html_.begin < html_.end) FindHtmlComments(document_, html_, comments_);
    in_html_ = false;
  }

  void Text(MD_TEXTTYPE type, absl::string_view text) {
    const std::less_equal<const char*> not_after;
    if (type != MD_TEXT_HTML || text.empty() || !not_after(document_.data(), text.data()) ||
        !not_after(text.data() + text.size(), document_.data() + document_.size())) {
      return;
    }
    const auto begin = static_cast<size_t>(text.data() - document_.data());
    if (in_html_) {
      html_.begin = std::min(html_.begin, begin);
      html_.end = std::max(html_.end, begin + text.size());
    } else if (begin >= last_end_) {  // a comment of several lines comes in as many pieces
      AddComment(document_, begin, range_.end, comments_);
      if (!comments_.empty()) last_end_ = comments_.back().span.end;
    }
  }

 private:
  absl::string_view document_;
  TextSpan range_;
  std::vector<Comment>& comments_;
  bool in_html_ = false;
  TextSpan html_;
  size_t last_end_ = 0;
};

MarkdownComments* Self(void* userdata) { return static_cast<MarkdownComments*>(userdata); }

}  // namespace

void FindHtmlComments(absl::string_view document, TextSpan range, std::vector<Comment>& comments) {
  const absl::string_view html = document.substr(range.begin, range.size());
  if (!absl::StrContains(html, kOpen) || IsTooDeep(html)) return;
  Arena arena;
  std::vector<const GumboNode*> open = {ParseTree(html, arena)};
  const size_t first = comments.size();
  while (!open.empty()) {
    const GumboNode* node = open.back();
    open.pop_back();
    if (node->type == GUMBO_NODE_COMMENT) {
      const char* source = node->v.text.original_text.data;
      if (source == nullptr || source < html.data() || source >= html.data() + html.size()) continue;
      AddComment(document, static_cast<size_t>(source - document.data()), range.end, comments);
    } else if (const GumboVector* children = ChildrenOf(node); children != nullptr) {
      for (unsigned i = 0; i < children->length; ++i) open.push_back(static_cast<const GumboNode*>(children->data[i]));
    }
  }
  std::sort(comments.begin() + static_cast<std::ptrdiff_t>(first), comments.end(),
            [](const Comment& a, const Comment& b) { return a.span.begin < b.span.begin; });
}

void FindMarkdownComments(absl::string_view document, TextSpan range, std::vector<Comment>& comments) {
  const absl::string_view text = document.substr(range.begin, range.size());
  if (!absl::StrContains(text, kOpen)) return;
  MarkdownComments finder(document, range, comments);
  MD_PARSER parser = {};
  parser.flags = MD_FLAG_TABLES;  // as the reader of the text does
  parser.enter_block = [](MD_BLOCKTYPE type, void*, void* self) { return Self(self)->EnterBlock(type), 0; };
  parser.leave_block = [](MD_BLOCKTYPE type, void*, void* self) { return Self(self)->LeaveBlock(type), 0; };
  parser.enter_span = [](MD_SPANTYPE, void*, void*) { return 0; };
  parser.leave_span = [](MD_SPANTYPE, void*, void*) { return 0; };
  parser.text = [](MD_TEXTTYPE type, const MD_CHAR* piece, MD_SIZE size, void* self) {
    return Self(self)->Text(type, absl::string_view(piece, size)), 0;
  };
  md_parse(text.data(), static_cast<MD_SIZE>(text.size()), &parser, &finder);
}

}  // namespace crosscheck
