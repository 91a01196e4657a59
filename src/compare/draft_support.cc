#include "compare/draft_support.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <vector>

#include "absl/strings/ascii.h"
#include "compare/clause.h"
#include "compare/likeness.h"
#include "value/compare_values.h"

namespace crosscheck {

namespace {

constexpr int kCommonest = 12;  // "two" and "first" stand for many things
// How like the surroundings must be, where one side names no thing, and where the two name different things.
constexpr double kSomeLike = 0.16;
constexpr double kMuchLike = 0.15;
constexpr double kMuchLikeRank = 0.20;

bool IsPoint(const Value& value) { return value.low && value.low == value.high; }

bool IsYear(const Value& value) {
  return value.kind == ValueKind::kDate && value.granularity == Granularity::kYear && value.parts.year != 0;
}

// The figure of a value that other kinds may write too: of a year the year, of "a third" 3.
std::optional<Exact> BareFigure(const Value& value) {
  if (IsYear(value)) return Exact(value.parts.year);
  if (!IsPoint(value) || !value.unit.empty()) {
    return value.kind == ValueKind::kAge && IsPoint(value) ? value.low : std::nullopt;
  }
  if (value.is_fraction) {
    return value.low->numerator() == 1 ? Exact::Ratio(value.low->denominator(), 1) : std::nullopt;
  }
  const bool bare =
      value.kind == ValueKind::kNumber || value.kind == ValueKind::kOrdinal || value.kind == ValueKind::kAge;
  return bare ? value.low : std::nullopt;
}

bool AcrossKinds(const Value& a, const Value& b) {
  const std::optional<Exact> x = BareFigure(a);
  const std::optional<Exact> y = BareFigure(b);
  if (!x || !y || *x != *y) return false;
  if (a.is_fraction || b.is_fraction) return a.kind == ValueKind::kOrdinal || b.kind == ValueKind::kOrdinal;
  const Value& other = a.kind == ValueKind::kNumber ? a : b;
  const bool aged = a.kind == ValueKind::kAge || b.kind == ValueKind::kAge;
  if (*x <= Exact(kCommonest) && !(aged && other.kind == ValueKind::kNumber)) return false;
  const bool year = IsYear(a) || IsYear(b);
  // A counted thing has no age and is no rank: "44 wins" says nothing of a man of 44.
  return year || other.noun.empty();
}

int WeekdayOf(const Value& value) {
  if (value.parts.weekday >= 0) return value.parts.weekday;
  if (!value.low || !value.high || *value.high != value.low->Plus(Exact(1)) || !value.low->is_integer()) return -1;
  constexpr int kThursday = 3;  // 1970-01-01
  const auto day = static_cast<int64_t>(value.low->numerator());
  return static_cast<int>(((day + kThursday) % 7 + 7) % 7);
}

// A date that neither words nor a day of publication place: "on Saturday".
bool IsUnplaced(const Value& value) { return value.kind == ValueKind::kDate && !value.low && !value.high; }

bool SameWeekday(const Value& a, const Value& b) {
  if (!IsUnplaced(a) && !IsUnplaced(b)) return false;
  if (a.parts.month != 0 && b.parts.month != 0) return false;  // compared as days of a month
  return WeekdayOf(a) >= 0 && WeekdayOf(a) == WeekdayOf(b);
}

std::string TextOf(const Analysis& analysis, const ValueMention& value) {
  const TextSpan span = value.mention.span;
  return absl::AsciiStrToLower(SentenceOf(analysis, value).text.substr(span.begin, span.size()));
}

// The words that the figure counts or ranks, as far as the phrase goes: "third Six Nations Grand Slam".
std::vector<WordId> PhraseAt(const Sentence& sentence, uint32_t first) {
  constexpr uint32_t kLongest = 5;
  uint32_t last = first;
  while (last < sentence.words.size() && last < first + kLongest) {
    const Word& word = sentence.words[last];
    if (word.stop || word.number || (last > first && (word.break_before || word.comma_before))) break;
    ++last;
  }
  return ContentSenses(sentence, first, last);
}

std::vector<WordId> PhraseAfter(const Analysis& analysis, const ValueMention& value) {
  return PhraseAt(SentenceOf(analysis, value), value.last);
}

// "crashed into three other vehicles" of four vehicles: one beside them, whom the sentence names.
bool IsOneOfMore(const Analysis& analysis, const ValueMention& draft, const ValueMention& source) {
  const Value& a = draft.mention.value;
  const Value& b = source.mention.value;
  if (a.kind != ValueKind::kNumber || b.kind != ValueKind::kNumber || !IsPoint(a) || !IsPoint(b)) return false;
  if (*a.low != b.low->Plus(Exact(1))) return false;
  const Sentence& sentence = SentenceOf(analysis, source);
  if (source.last >= sentence.words.size()) return false;
  const absl::string_view next = sentence.words[source.last].text;
  const bool others = next == "other" || next == "others" || next == "more" || next == "further";
  return others && SharedCount(PhraseAfter(analysis, draft), PhraseAt(sentence, source.last + 1)) > 0;
}

bool IsCommon(const Value& value) {
  return (value.kind == ValueKind::kNumber || value.kind == ValueKind::kOrdinal) && !value.is_fraction &&
         IsPoint(value) && *value.low <= Exact(kCommonest);
}

bool IsBound(const Value& value) {
  return value.modifier == Modifier::kLower || value.modifier == Modifier::kAbove ||
         value.modifier == Modifier::kUpper || value.modifier == Modifier::kBelow;
}

// "The third morning" of a match is its third day.
bool IsPartOfDay(const Analysis& analysis, WordId head) {
  static constexpr absl::string_view kParts[] = {"day", "morning", "afternoon", "evening", "night"};
  return head != 0 && std::find(std::begin(kParts), std::end(kParts), analysis.words.Text(head)) != std::end(kParts);
}

bool OneThing(const Analysis& analysis, const ValueMention& a, const ValueMention& b) {
  const WordId x = a.frame.head;
  const WordId y = b.frame.head;
  if (x != 0 && x == y) return true;
  if (x != 0 && y != 0 && KinWeight(analysis, std::vector<WordId>{x}, std::vector<WordId>{y}) > 0) return true;
  if (IsPartOfDay(analysis, x) && IsPartOfDay(analysis, y)) return true;
  if (SharedCount(PhraseAfter(analysis, a), PhraseAfter(analysis, b)) > 0) return true;
  const double likeness = MeasureLikeness(analysis, a, b).Total();
  if (x == 0 || y == 0) return likeness >= kSomeLike;
  return likeness >= (a.mention.value.kind == ValueKind::kOrdinal ? kMuchLikeRank : kMuchLike);
}

}  // namespace

absl::string_view CountsNothing(const Analysis& analysis, const ValueMention& value) {
  static constexpr absl::string_view kNamed[] = {"war", "formula", "bbc", "itv", "channel", "radio"};
  constexpr absl::string_view kName = "the figure of a name";
  constexpr absl::string_view kOne = "“one” may be said of anything";
  if (value.mention.value.kind != ValueKind::kNumber || value.first == 0) {
    return TextOf(analysis, value) == "one" ? kOne : "";
  }
  const Sentence& sentence = SentenceOf(analysis, value);
  const Word& own = sentence.words[value.first];
  const Word& before = sentence.words[value.first - 1];
  if (own.hyphen_before && before.text == "under") return kName;
  const bool named = !own.comma_before && !own.break_before && IsCommon(value.mention.value) &&
                     std::find(std::begin(kNamed), std::end(kNamed), before.text) != std::end(kNamed);
  if (named) return kName;
  return own.text == "one" ? kOne : "";
}

bool SameFigure(const Analysis& analysis, const ValueMention& draft, const ValueMention& source) {
  const Value& a = draft.mention.value;
  const Value& b = source.mention.value;
  if (Agree(draft, source)) return true;
  if (a.kind != b.kind) return AcrossKinds(a, b);
  if (a.kind != ValueKind::kDate || (!IsUnplaced(a) && !IsUnplaced(b))) return false;
  return SameWeekday(a, b) || TextOf(analysis, draft) == TextOf(analysis, source);
}

bool BearsOut(const Analysis& analysis, const ValueMention& draft, const ValueMention& source) {
  if (IsOneOfMore(analysis, draft, source)) return true;
  if (!SameFigure(analysis, draft, source)) return false;
  const Value& value = draft.mention.value;
  const bool loose = IsBound(value) && value.kind != ValueKind::kDate && value.low != source.mention.value.low &&
                     value.high != source.mention.value.high;
  return (!IsCommon(value) && !loose) || OneThing(analysis, draft, source);
}

}  // namespace crosscheck
