#include "explain/pattern_words.h"

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "rule/slot_types.h"

namespace crosscheck {

namespace {

using Outcome = PatternProgress::Outcome;

bool IsValueType(absl::string_view type) {
  if (type == kAnyValue) return true;
  return std::any_of(std::begin(kSlotTypes), std::end(kSlotTypes),
                     [&](const SlotType& row) { return row.is_value && row.name == type; });
}

std::string Quoted(absl::string_view text) { return absl::StrCat("“", text, "”"); }

std::string ListOf(const std::vector<ExplainedPhrase>& phrases) {
  std::string out;
  for (const ExplainedPhrase& phrase : phrases) {
    absl::StrAppend(&out, out.empty() ? "" : ", ", Quoted(phrase.text), " is ",
                    phrase.kind.empty() ? absl::StrCat("no value (", phrase.reason, ")") : phrase.kind);
  }
  return out;
}

// What the sentence has instead of what a slot wants.
std::string Instead(const PatternNode& slot, const RuleSet& rules, const ExplainedSentence& sentence) {
  if (slot.source == "lexicon" || rules.lexicons.contains(slot.types.front())) return "";
  if (std::any_of(slot.types.begin(), slot.types.end(), IsValueType)) {
    std::string out = sentence.values.empty() ? "it has no value at all" : ListOf(sentence.values);
    if (!sentence.no_values.empty()) absl::StrAppend(&out, "; ", ListOf(sentence.no_values));
    return out;
  }
  return sentence.names.empty() ? "it has no name" : ListOf(sentence.names);
}

// The words that stand at once after `at`, a few of them.
std::string Next(absl::string_view text, size_t at) {
  while (at < text.size() && text[at] == ' ') ++at;
  size_t end = at;
  for (int words = 0; words < 3 && end < text.size(); ++words) end = std::min(text.find(' ', end + 1), text.size());
  return at >= text.size() ? "" : std::string(text.substr(at, end - at));
}

// A long group of alternatives is cut: its author knows it.
std::string Shortened(const std::string& part) {
  constexpr size_t kLongest = 70;
  if (part.size() <= kLongest) return part;
  const size_t bar = part.rfind('|', kLongest);
  if (bar == std::string::npos || part.front() != '(') return part;
  return absl::StrCat(part.substr(0, bar), "|…)");
}

std::string Wanted(const PatternProgress& progress) {
  if (progress.parts_held == 0) return "it begins with ";
  if (!progress.after_gap) return "then comes ";
  return absl::StrCat("then, after ", progress.min_words, " to ", progress.max_words, " words, comes ");
}

}  // namespace

absl::string_view StepName(Outcome outcome) {
  switch (outcome) {
    case Outcome::kMatched:
      return "matched";
    case Outcome::kAbsent:
      return "absent";
    case Outcome::kElsewhere:
      return "elsewhere";
    case Outcome::kGap:
      return "gap";
    case Outcome::kBound:
      return "bound";
    case Outcome::kNoMatch:
      return "regex";
  }
  return "";
}

std::string WhyNoFurther(const RuleSet& rules, const PatternProgress& progress, absl::string_view text,
                         const ExplainedSentence& sentence) {
  const std::string part = absl::StrCat("‘", Shortened(progress.failed), "’");
  const std::string begin = absl::StrCat(Wanted(progress), part);
  const auto at = [&](TextSpan span) { return text.substr(span.begin, span.size()); };
  switch (progress.outcome) {
    case Outcome::kMatched:
      return "";
    case Outcome::kNoMatch:
      return "a regular expression, which matches all of it or nothing";
    case Outcome::kAbsent: {
      const bool slot = progress.failed_node.kind == PatternNode::Kind::kSlot;
      const std::string instead = slot ? Instead(progress.failed_node, rules, sentence) : "";
      return absl::StrCat(begin,
                          slot ? ", and the sentence holds nothing for it" : ", which the sentence does not have",
                          instead.empty() ? "" : ": ", instead);
    }
    case Outcome::kBound:
      return absl::StrCat(begin, "; ", Quoted(at(progress.found)),
                          " stands only behind a prefix and a hyphen that make another word of it");
    case Outcome::kGap:
      return absl::StrCat(begin, "; ", Quoted(at(progress.found)), " stands ", progress.words,
                          progress.words == 1 ? " word" : " words", " on",
                          progress.words > progress.max_words   ? ": too far for this gap"
                          : progress.words < progress.min_words ? ": too near for this gap"
                                                                : ", where it cannot be joined to what went before");
    case Outcome::kElsewhere: {
      const std::string next = Next(text, progress.held_span.end);
      const bool before = progress.found.begin < progress.held_span.end;
      return absl::StrCat(begin, "; ", Quoted(at(progress.found)), " stands ", before ? "before that" : "further on",
                          ", and after ", Quoted(at(progress.held_span)),
                          next.empty() ? " the sentence ends" : absl::StrCat(" there is ", Quoted(next)));
    }
  }
  return "";
}

}  // namespace crosscheck
