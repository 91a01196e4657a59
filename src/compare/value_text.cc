#include "compare/value_text.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "compare/pair_features.h"
#include "compare/settings.h"

namespace crosscheck {

namespace {

// The day of print, in a dateline or a stamp, is no date of the event.
bool IsDayOfPrint(const DocumentAnalysis& document, const ValueMention& mention) {
  const Value& value = mention.mention.value;
  if (document.sentences[mention.sentence].zone == Zone::kByline) return true;
  const DocumentInfo& info = document.document->info();
  if (!info.published || !value.low) return false;
  const int64_t day = *info.published - absl::CivilDay(1970, 1, 1);
  return *value.low >= Exact(day - 1) && *value.low <= Exact(day);
}

// "1923", and no "next year".
bool IsYear(const DocumentAnalysis& document, const ValueMention& mention) {
  const DateParts& parts = mention.mention.value.parts;
  const std::vector<Word>& words = document.sentences[mention.sentence].words;
  return parts.year != 0 && parts.month == 0 && parts.day == 0 && mention.last == mention.first + 1 &&
         words[mention.first].number;
}

// "The 5700 block of Elm Street", "East 56th Street".
bool IsAddress(const DocumentAnalysis& document, const ValueMention& mention) {
  static constexpr absl::string_view kParts[] = {"ave", "avenue", "boulevard", "blvd",  "lane",
                                                 "rd",  "road",   "st",        "street"};
  const std::vector<Word>& words = document.sentences[mention.sentence].words;
  const absl::string_view next = mention.last < words.size() ? words[mention.last].text : absl::string_view();
  const auto is_part = [&](absl::string_view word) {
    return std::find(std::begin(kParts), std::end(kParts), word) != std::end(kParts);
  };
  const Value& value = mention.mention.value;
  if (value.kind == ValueKind::kOrdinal) return is_part(next) && words[mention.last].capital;
  return value.noun == "block" || value.noun == "blocks" || next == "block" || next == "blocks";
}

// "Image 3 of 5": which of so many, and how many there are, is of the page and not of the story.
bool IsOfACounter(const DocumentAnalysis& document, const ValueMention& mention) {
  static constexpr absl::string_view kCounted[] = {"image", "page", "photo", "picture", "slide"};
  const std::vector<Word>& words = document.sentences[mention.sentence].words;
  const uint32_t at = mention.first;
  const auto counts = [&](uint32_t word) {
    return std::find(std::begin(kCounted), std::end(kCounted), words[word].text) != std::end(kCounted);
  };
  return (at >= 3 && words[at - 1].text == "of" && words[at - 2].number && counts(at - 3)) ||
         (at >= 1 && counts(at - 1) && mention.last < words.size() && words[mention.last].text == "of");
}

}  // namespace

size_t GroupOf(ValueKind kind) {
  const bool share = kind == ValueKind::kPercent || kind == ValueKind::kPoints;
  return static_cast<size_t>(share ? ValueKind::kNumber : kind);
}

void ValuesByReach::Add(const ValueMention* value) {
  (value->reach.high == Reach().high ? endless_ : sorted_).push_back({value, 0});
}

void ValuesByReach::Sort() {
  std::stable_sort(sorted_.begin(), sorted_.end(),
                   [](const Entry& a, const Entry& b) { return a.value->reach.low < b.value->reach.low; });
  int64_t highest = 0;
  for (Entry& entry : sorted_) entry.highest = highest = std::max(highest, entry.value->reach.high);
}

std::pair<size_t, size_t> ValuesByReach::Between(const Reach& reach) const {
  const auto first = std::partition_point(sorted_.begin(), sorted_.end(),
                                          [&](const Entry& entry) { return entry.highest < reach.low; });
  const auto last = std::partition_point(first, sorted_.end(),
                                         [&](const Entry& entry) { return entry.value->reach.low <= reach.high; });
  return {static_cast<size_t>(first - sorted_.begin()), static_cast<size_t>(last - sorted_.begin())};
}

ValueTexts::ValueTexts(const Analysis& analysis, const Rule& rule)
    : analysis_(analysis), texts_(analysis.documents.size()) {
  for (const std::string& kind : ListSetting(rule, "kinds")) {
    for (size_t i = 0; i < kinds_.size(); ++i) {
      if (ValueKindName(static_cast<ValueKind>(i)) == kind) kinds_[i] = true;
    }
  }
}

ValueText& ValueTexts::Of(uint32_t document) {
  if (!texts_[document]) texts_[document] = Make(document);
  return *texts_[document];
}

const Surroundings& ValueTexts::SurroundingsOf(ValueText& text, const ValueMention& value) const {
  std::optional<Surroundings>& made = text.surroundings[text.IndexOf(value)];
  if (!made) {
    made = crosscheck::SurroundingsOf(analysis_, value);
    AddKin(analysis_, *made);
  }
  return *made;
}

const Reckoning& ValueTexts::ReckoningOf(ValueText& text) {
  if (!text.reckoning) text.reckoning = crosscheck::ReckoningOf(*text.document);
  return *text.reckoning;
}

absl::string_view ValueTexts::LeftOut(const DocumentAnalysis& document, const ValueMention& mention) {
  const Value& value = mention.mention.value;
  const bool date = value.kind == ValueKind::kDate;
  if (date && IsDayOfPrint(document, mention)) return "the day of print is no date of the event";
  // "Sunday" and "yesterday" hang on the day of print; a day of the calendar does not, though "next year" may follow
  // it.
  if (date && (value.parts.month == 0 || value.parts.day == 0) && !IsYear(document, mention)) {
    return "only days that are written with day and month, and years, are compared without a rule for the topic";
  }
  // "The 5700 block of Elm Street" is an address.
  if (IsOfACounter(document, mention)) return "it counts the pictures or pages";
  if (IsAddress(document, mention)) return "the number of a street or of a block of houses is an address";
  if (value.modifier == Modifier::kVague || (!value.low && !value.high)) return "the wording names no figure";
  return "";
}

// Small counts tell nothing: two sentences that both say "two" need not be of one thing.
std::optional<uint32_t> ValueTexts::AnchorOf(const Value& value) {
  if (!value.low || IsSmallCount(value)) return std::nullopt;
  const std::string key = absl::StrCat(ValueKindName(value.kind), " ", value.unit, " ", value.low->ToString(), " ",
                                       value.high ? value.high->ToString() : "");
  return anchors_.try_emplace(key, static_cast<uint32_t>(anchors_.size())).first->second;
}

uint32_t ValueTexts::KindOf(const Value& value) {
  return numbers_.try_emplace({value.kind, value.unit}, static_cast<uint32_t>(numbers_.size())).first->second;
}

// All that a comparison may look at.
uint32_t ValueTexts::FigureOf(const Value& value) {
  const auto exact = [](const std::optional<Exact>& figure) { return figure ? figure->ToString() : std::string(); };
  const DateParts& parts = value.parts;
  const std::string key = absl::StrCat(
      absl::StrJoin({exact(value.low), exact(value.high), value.step.ToString(), value.unit, value.per, value.noun},
                    "|"),
      "|",
      absl::StrJoin({static_cast<int>(value.kind), static_cast<int>(value.modifier), static_cast<int>(value.direction),
                     static_cast<int>(value.is_fraction), static_cast<int>(value.half_unsaid),
                     static_cast<int>(value.granularity), static_cast<int>(parts.year), static_cast<int>(parts.month),
                     static_cast<int>(parts.day), static_cast<int>(parts.weekday), static_cast<int>(parts.part),
                     static_cast<int>(parts.relative)},
                    "|"));
  return figures_.try_emplace(key, static_cast<uint32_t>(figures_.size())).first->second;
}

namespace {

constexpr size_t kMostKept = 1U << 18U;     // pairs of figures
constexpr uint32_t kNoFigure = UINT32_MAX;  // of a value of another kind than the rule's
uint64_t PairKey(uint32_t a, uint32_t b) { return uint64_t{a} << 32U | b; }

}  // namespace

FigureFit& ValueTexts::FitOf(const ValueText& left, const ValueMention& a, const ValueText& right,
                             const ValueMention& b) {
  if (texts_.size() > 2) {
    const uint64_t key = PairKey(left.FigureOf(a), right.FigureOf(b));
    const auto known = fits_.find(key);
    if (known != fits_.end()) return known->second;
    if (fits_.size() < kMostKept)
      return fits_.try_emplace(key, FigureFitOf(a.mention.value, b.mention.value)).first->second;
  }
  return fit_ = FigureFitOf(a.mention.value, b.mention.value);
}

bool ValueTexts::Agree(const ValueText& left, const ValueMention& a, const ValueText& right, const ValueMention& b) {
  const uint32_t x = left.FigureOf(a);
  const uint32_t y = right.FigureOf(b);
  if (texts_.size() <= 2 || x == kNoFigure || y == kNoFigure) return crosscheck::Agree(a, b);
  const uint64_t key = PairKey(x, y);
  const auto known = agree_.find(key);
  if (known != agree_.end()) return known->second;
  const bool agree = crosscheck::Agree(a, b);
  if (agree_.size() < kMostKept) agree_.try_emplace(key, agree);
  return agree;
}

ValueText ValueTexts::Make(uint32_t document) {
  ValueText text;
  text.document = &analysis_.documents[document];
  text.anchors.resize(text.document->sentences.size());
  text.surroundings.resize(text.document->values.size());
  for (const ValueMention& value : text.document->values) {
    const uint32_t kind = KindOf(value.mention.value);
    text.kinds.push_back(kind);
    text.figures.push_back(IsOfKind(value) ? FigureOf(value.mention.value) : kNoFigure);
    auto& group = text.groups[GroupOf(value.mention.value.kind)];
    auto of_kind = std::find_if(group.begin(), group.end(), [&](const auto& known) { return known.first == kind; });
    if (of_kind == group.end()) of_kind = group.insert(group.end(), {kind, {}});
    of_kind->second.Add(&value);
    if (IsBareNumber(value.mention.value)) text.bare.push_back(&value);
    if (IsOfKind(value) && LeftOut(*text.document, value).empty()) text.wanted.push_back(&value);
    if (const auto anchor = AnchorOf(value.mention.value)) text.anchors[value.sentence].push_back(*anchor);
  }
  for (auto& group : text.groups) {
    for (auto& [kind, values] : group) values.Sort();
  }
  text.wanted_of.resize(numbers_.size());
  for (const ValueMention* value : text.wanted) ++text.wanted_of[text.KindOf(*value)];
  return text;
}

}  // namespace crosscheck
