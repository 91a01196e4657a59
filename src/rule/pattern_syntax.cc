#include "rule/pattern_syntax.h"

#include <algorithm>

#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "base/utf8.h"

namespace crosscheck {

namespace {

constexpr int kMaxDepth = 12;
constexpr absl::string_view kEllipsis = "\xE2\x80\xA6";  // U+2026

bool IsNameByte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '.';
}

bool IsName(absl::string_view text) { return !text.empty() && std::all_of(text.begin(), text.end(), IsNameByte); }

class PatternParser {
 public:
  PatternParser(absl::string_view text, std::vector<PatternSyntaxError>& errors) : text_(text), errors_(errors) {}

  PatternSequence Parse() {
    PatternSequence sequence = ParseSequence(0);
    while (at_ < text_.size()) {  // what stopped it is a '|' or a ')' at the top level
      Fail(at_, text_[at_] == ')' ? "a ')' without its '('" : "a '|' outside brackets; write (a|b)");
      ++at_;
      ParseSequence(0);
    }
    return sequence;
  }

 private:
  void Fail(size_t offset, std::string message) { errors_.push_back({offset, std::move(message)}); }
  bool AtEnd() const { return at_ >= text_.size(); }
  absl::string_view Rest() const { return text_.substr(at_); }

  // Skips spaces; true where there were any, or at the beginning.
  bool SkipSpaces() {
    const size_t before = at_;
    while (!AtEnd()) {
      const CodePoint point = DecodeUtf8(text_, at_);
      if (!IsSpace(point.value)) break;
      at_ += static_cast<size_t>(point.size);
    }
    return at_ > before;
  }

  PatternSequence ParseSequence(int depth) {
    PatternSequence sequence;
    bool first = true;
    while (true) {
      const bool spaces = SkipSpaces();
      if (AtEnd() || text_[at_] == '|' || text_[at_] == ')') break;
      PatternNode node;
      node.glued = !spaces && !first;
      node.span.begin = at_;
      if (!ParseElement(node, depth)) continue;
      ParseMarks(node);
      node.span.end = at_;
      sequence.push_back(std::move(node));
      first = false;
    }
    CheckGaps(sequence);
    return sequence;
  }

  bool ParseElement(PatternNode& node, int depth) {
    if (GapSize() > 0) return ParseGap(node);
    const char c = text_[at_];
    if (c == '(') return ParseGroup(node, depth);
    if (c == '{') {
      const bool slot = ParseSlotAt(text_, at_, node, errors_);
      const size_t end = text_.find('}', at_);
      at_ = slot ? node.span.end : end == absl::string_view::npos ? text_.size() : end + 1;
      return slot;
    }
    if (c == '}' || c == '?' || c == '~') {
      Fail(at_,
           absl::StrCat("a '", absl::string_view(&c, 1), "' with nothing before it that it could belong to; write '\\",
                        absl::string_view(&c, 1), "' for the character itself"));
      ++at_;
      return false;
    }
    return ParseWord(node);
  }

  size_t GapSize() const {
    if (absl::StartsWith(Rest(), "...")) return 3;
    return absl::StartsWith(Rest(), kEllipsis) ? kEllipsis.size() : 0;
  }

  bool ParseGap(PatternNode& node) {
    node.kind = PatternNode::Kind::kGap;
    node.max_words = kDefaultGapWords;
    at_ += GapSize();
    if (AtEnd() || text_[at_] != '{') return true;
    const size_t end = text_.find('}', at_);
    if (end == absl::string_view::npos) {
      Fail(at_, "a '{' without its '}'");
      at_ = text_.size();
      return true;
    }
    const std::vector<absl::string_view> bounds = absl::StrSplit(text_.substr(at_ + 1, end - at_ - 1), ',');
    int low = 0;
    int high = 0;
    const bool numbers = bounds.size() == 2 && absl::SimpleAtoi(bounds[0], &low) && absl::SimpleAtoi(bounds[1], &high);
    if (!numbers || low < 0 || low > high || high > kMaxGapWords) {
      Fail(at_, absl::StrCat("the bounds of a gap are two numbers of words, as in ...{0,5}, the second at most ",
                             kMaxGapWords));
    } else {
      node.min_words = low;
      node.max_words = high;
    }
    at_ = end + 1;
    return true;
  }

  bool ParseGroup(PatternNode& node, int depth) {
    node.kind = PatternNode::Kind::kGroup;
    const size_t open = at_;
    if (depth >= kMaxDepth) {
      Fail(at_, "brackets nested too deep");
      at_ = text_.size();
      return false;
    }
    ++at_;
    while (true) {
      SkipSpaces();
      const size_t begin = at_;
      PatternSequence alternative = ParseSequence(depth + 1);
      if (alternative.empty()) {
        Fail(std::min(begin, text_.size()), "an empty alternative; write (a|b)? for something that may be left out");
      } else if (std::all_of(alternative.begin(), alternative.end(),
                             [](const PatternNode& n) { return n.optional || n.kind == PatternNode::Kind::kGap; })) {
        Fail(begin, "this alternative could match nothing; put the '?' after the bracket");
      }
      node.alternatives.push_back(std::move(alternative));
      if (AtEnd()) {
        Fail(open, "a '(' without its ')'");
        return false;
      }
      const char c = text_[at_];
      ++at_;
      if (c == ')') return true;
    }
  }

  bool ParseWord(PatternNode& node) {
    std::string raw;
    while (!AtEnd()) {
      const char c = text_[at_];
      if (c == '\\') {
        if (at_ + 1 >= text_.size()) {
          Fail(at_, "a '\\' at the end of the pattern");
          ++at_;
          break;
        }
        ++at_;
      } else if (absl::string_view("(){}|?~").find(c) != absl::string_view::npos || GapSize() > 0) {
        break;
      }
      const CodePoint point = DecodeUtf8(text_, at_);
      if (c != '\\' && IsSpace(point.value)) break;
      absl::StrAppend(&raw, text_.substr(at_, static_cast<size_t>(point.size)));
      at_ += static_cast<size_t>(point.size);
    }
    node.word = Fold(raw);
    return !node.word.empty();
  }

  // The '~' and '?' after an element.
  void ParseMarks(PatternNode& node) {
    while (!AtEnd() && (text_[at_] == '~' || text_[at_] == '?')) {
      bool& mark = text_[at_] == '~' ? node.inflected : node.optional;
      if (mark) Fail(at_, "the same mark twice");
      if (node.kind == PatternNode::Kind::kGap) Fail(at_, "a gap takes no '?' and no '~'; ...{0,5} sets its bounds");
      mark = true;
      ++at_;
    }
  }

  void CheckGaps(const PatternSequence& sequence) {
    for (size_t i = 0; i < sequence.size(); ++i) {
      if (sequence[i].kind != PatternNode::Kind::kGap) continue;
      if (i == 0 || i + 1 == sequence.size()) {
        Fail(sequence[i].span.begin, "a gap must stand between two other things");
      } else if (sequence[i - 1].kind == PatternNode::Kind::kGap) {
        Fail(sequence[i].span.begin, "two gaps side by side; one is enough");
      }
    }
  }

  absl::string_view text_;
  std::vector<PatternSyntaxError>& errors_;
  size_t at_ = 0;
};

}  // namespace

PatternSequence ParsePatternSyntax(absl::string_view text, std::vector<PatternSyntaxError>& errors) {
  const size_t before = errors.size();
  PatternSequence sequence = PatternParser(text, errors).Parse();
  if (errors.size() > before) return sequence;
  if (sequence.empty()) {
    errors.push_back({0, "an empty pattern"});
  } else if (std::all_of(sequence.begin(), sequence.end(),
                         [](const PatternNode& n) { return n.optional || n.kind == PatternNode::Kind::kGap; })) {
    errors.push_back({0, "this pattern could match nothing: every part of it may be left out"});
  }
  return sequence;
}

bool BeginsSlotInRegex(absl::string_view text, size_t at) {
  if (text[at] != '{' || at + 1 >= text.size() || text[at + 1] < 'a' || text[at + 1] > 'z') return false;
  return at == 0 || absl::string_view("\\pPx").find(text[at - 1]) == absl::string_view::npos;
}

bool ParseSlotAt(absl::string_view text, size_t at, PatternNode& node, std::vector<PatternSyntaxError>& errors) {
  const size_t end = text.find('}', at);
  if (end == absl::string_view::npos) {
    errors.push_back({at, "a '{' without its '}'"});
    return false;
  }
  node.kind = PatternNode::Kind::kSlot;
  node.span = {at, end + 1};
  std::vector<absl::string_view> parts = absl::StrSplit(text.substr(at + 1, end - at - 1), ':');
  size_t types_at = at + 1;
  if (parts.size() > 1 && (parts[0] == "lexicon" || parts[0] == "pattern")) {
    node.source = std::string(parts[0]);
    types_at += parts[0].size() + 1;
    parts.erase(parts.begin());
  }
  if (parts.size() > 2) {
    errors.push_back({at, "a slot is {type}, {type:name} or {lexicon:name:slot}"});
    return false;
  }
  for (absl::string_view type : absl::StrSplit(parts[0], '|')) {
    node.types.emplace_back(type);
    node.type_spans.push_back({types_at, types_at + type.size()});
    if (!IsName(type)) {
      errors.push_back({types_at, type.empty() ? std::string("a slot without a type")
                                               : absl::StrCat("'", type, "' is no name for a type or a lexicon")});
      return false;
    }
    types_at += type.size() + 1;
  }
  if (parts.size() == 2) {
    node.name = std::string(parts[1]);
    if (!IsName(node.name)) {
      errors.push_back({types_at, absl::StrCat("'", node.name, "' is no name for a slot")});
      return false;
    }
  }
  return true;
}

}  // namespace crosscheck
