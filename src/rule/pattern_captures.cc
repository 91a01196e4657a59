#include "rule/pattern_captures.h"

#include <algorithm>

#include "rule/slot_types.h"

namespace crosscheck {

namespace {

constexpr int kMaxDepth = 24;  // of named patterns in one another: deeper is a cycle, an error of its own

class CaptureFinder {
 public:
  explicit CaptureFinder(const RuleSet& rules) : rules_(rules) {}

  std::vector<PatternCapture> Find(const Pattern& pattern) {
    if (pattern.is_regex) {
      Regex(pattern.text);
    } else {
      std::vector<PatternSyntaxError> ignored;
      Sequence(ParsePatternSyntax(pattern.text, ignored), 0);
    }
    return std::move(found_);
  }

 private:
  void Sequence(const PatternSequence& sequence, int depth) {
    for (const PatternNode& node : sequence) {
      for (const PatternSequence& alternative : node.alternatives) Sequence(alternative, depth);
      if (node.kind != PatternNode::Kind::kSlot) continue;
      if (node.source == "pattern") {
        Reference(node, depth);
      } else {
        Slot(node);
      }
    }
  }

  void Reference(const PatternNode& node, int depth) {
    const auto named = rules_.patterns.find(node.types.front());
    if (named == rules_.patterns.end() || depth >= kMaxDepth) return;
    const size_t before = found_.size();
    std::vector<PatternSyntaxError> ignored;
    Sequence(ParsePatternSyntax(named->second.text, ignored), depth + 1);
    for (size_t i = before; i < found_.size(); ++i) {
      found_[i].offset = node.span.begin;
      found_[i].by = named->first;
    }
  }

  void Slot(const PatternNode& node) {
    PatternCapture capture;
    capture.named = !node.name.empty();
    capture.name = capture.named ? node.name : node.types.front();
    capture.types = node.types;
    capture.offset = node.span.begin;
    capture.phrase =
        node.source == "lexicon" || std::all_of(node.types.begin(), node.types.end(), [this](const std::string& type) {
          return type == kFreeText || rules_.lexicons.contains(type.substr(0, type.find('.')));
        });
    found_.push_back(std::move(capture));
  }

  void Regex(const std::string& text) {
    for (size_t at = 0; at < text.size(); ++at) {
      constexpr absl::string_view kGroup = "(?P<";
      PatternNode node;
      std::vector<PatternSyntaxError> ignored;
      if (BeginsSlotInRegex(text, at) && ParseSlotAt(text, at, node, ignored)) {
        if (!node.name.empty()) Slot(node);
      } else if (absl::string_view(text).substr(at, kGroup.size()) == kGroup) {
        const size_t begin = at + kGroup.size();
        const size_t end = text.find('>', begin);
        if (end == std::string::npos) continue;
        PatternCapture capture;
        capture.named = true;
        capture.phrase = true;
        capture.name = text.substr(begin, end - begin);
        capture.offset = at;
        found_.push_back(std::move(capture));
      }
    }
  }

  const RuleSet& rules_;
  std::vector<PatternCapture> found_;
};

}  // namespace

std::vector<PatternCapture> CapturesIn(const Pattern& pattern, const RuleSet& rules) {
  return CaptureFinder(rules).Find(pattern);
}

std::vector<std::string> CapturesOf(const Rule& rule, const RuleSet& rules) {
  std::vector<std::string> names;
  for (const ScopeKey& key : rule.scope) names.push_back(key.name);
  for (const Pattern& pattern : rule.patterns) {
    for (const PatternCapture& capture : CapturesIn(pattern, rules)) names.push_back(capture.name);
  }
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

}  // namespace crosscheck
