#ifndef CROSSCHECK_TESTS_UNIT_REPORT_MARKUP_CHECK_H_
#define CROSSCHECK_TESTS_UNIT_REPORT_MARKUP_CHECK_H_

#include <algorithm>
#include <string>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"

namespace crosscheck {

// Says what is wrong with XML, or with HTML that closes every element but the void ones: tags that do not pair, a bare
// "<" or "&", an attribute without quotes. "" where nothing is. No parser: enough for what a writer could get wrong.
class MarkupCheck {
 public:
  explicit MarkupCheck(absl::string_view text) : text_(text) {}

  std::string Problem() {
    while (at_ < text_.size() && problem_.empty()) {
      if (text_[at_] == '<') {
        Tag();
      } else if (text_[at_] == '&') {
        Entity();
      } else {
        problem_ = text_[at_] == '>' ? Fail("bare >") : "";
        ++at_;
      }
    }
    if (problem_.empty() && !open_.empty()) return Fail(absl::StrCat("<", open_.back(), "> is not closed"));
    return problem_;
  }

 private:
  std::string Fail(absl::string_view what) const {
    return absl::StrCat(what, " at: ", text_.substr(at_, std::min<size_t>(60, text_.size() - at_)));
  }

  void Entity() {
    size_t end = at_ + 1;
    while (end < text_.size() && (absl::ascii_isalnum(static_cast<unsigned char>(text_[end])) || text_[end] == '#'))
      ++end;
    if (end == at_ + 1 || end >= text_.size() || text_[end] != ';') {
      problem_ = Fail("bare &");
      return;
    }
    at_ = end + 1;
  }

  void Tag() {
    if (absl::StartsWith(text_.substr(at_), "<?") || absl::StartsWith(text_.substr(at_), "<!DOCTYPE ")) {
      at_ = text_.find('>', at_) + 1;
      return;
    }
    const bool closing = text_.substr(at_ + 1, 1) == "/";
    size_t end = at_ + (closing ? 2 : 1);
    const size_t begin = end;
    while (end < text_.size() && (absl::ascii_isalnum(static_cast<unsigned char>(text_[end])) || text_[end] == '-'))
      ++end;
    const std::string name(text_.substr(begin, end - begin));
    if (name.empty()) {
      problem_ = Fail("bare <");
      return;
    }
    bool quoted = false;
    while (end < text_.size() && (quoted || text_[end] != '>')) {
      if (text_[end] == '"') quoted = !quoted;
      if (!quoted && text_[end] == '<') break;
      ++end;
    }
    if (end >= text_.size() || text_[end] != '>') {
      problem_ = Fail("a tag without end");
      return;
    }
    const bool empty = text_[end - 1] == '/' || std::find(kVoid.begin(), kVoid.end(), name) != kVoid.end();
    if (closing && (open_.empty() || open_.back() != name)) {
      problem_ = Fail("a tag that closes nothing");
      return;
    }
    if (closing) {
      open_.pop_back();
    } else if (!empty) {
      open_.push_back(name);
    }
    at_ = end + 1;
    if (!closing && name == "style") at_ = text_.find("</style>", at_);
  }

  const std::vector<std::string> kVoid = {"meta", "br", "hr", "img", "input", "link", "wbr", "col"};
  absl::string_view text_;
  size_t at_ = 0;
  std::vector<std::string> open_;
  std::string problem_;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_TESTS_UNIT_REPORT_MARKUP_CHECK_H_
