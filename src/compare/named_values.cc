#include "compare/named_values.h"

#include <algorithm>
#include <set>

#include "absl/strings/str_cat.h"
#include "compare/settings.h"

namespace crosscheck {

namespace {

std::optional<absl::CivilDay> DayOf(const Analysis& analysis, const NamedClaim& claim) {
  return analysis.documents[claim.document].document->info().published;
}

bool IsDraft(const Analysis& analysis, const NamedClaim& claim) {
  return analysis.documents[claim.document].document->info().role == Role::kDraft;
}

// How far apart two stated figures are: 0 where their ranges meet. nullopt where an end is open.
std::optional<Exact> DistanceBetween(const Value& a, const Value& b) {
  if (!a.low || !a.high || !b.low || !b.high) return std::nullopt;
  if (*a.low > *b.high) return a.low->Minus(*b.high);
  if (*b.low > *a.high) return b.low->Minus(*a.high);
  return Exact(0);
}

bool SameUnit(const Value& a, const Value& b) { return a.kind == b.kind && a.unit == b.unit && a.per == b.per; }

}  // namespace

NamedComparison::NamedComparison(const Analysis& analysis, const Rule& rule) : analysis_(analysis), rule_(rule) {
  const std::string time = TextSetting(rule, "time", "any_day");
  if (time == "same_day") time_ = Time::kSameDay;
  if (time == "newest_supersedes") time_ = Time::kNewest;
  tolerance_text_ = TextSetting(rule, "tolerance", "stated_precision");
  exact_ = tolerance_text_ == "exact";
  if (!exact_ && tolerance_text_ != "stated_precision") {
    absl::string_view number = tolerance_text_;
    percent_ = !number.empty() && number.back() == '%';
    if (percent_) number.remove_suffix(1);
    tolerance_ = Exact::Parse(number);
  }
  const auto lexicon = analysis.rules->lexicons.find(TextSetting(rule, "synonyms", ""));
  if (lexicon == analysis.rules->lexicons.end()) return;
  for (const LexiconGroup& group : lexicon->second.groups) {
    for (const std::string& phrase : group.phrases) synonyms_.emplace(phrase, group.name);
  }
}

bool NamedComparison::MayMeet(const NamedClaim& a, const NamedClaim& b) const {
  if (time_ != Time::kSameDay) return true;
  const auto day = DayOf(analysis_, a);
  return day.has_value() && day == DayOf(analysis_, b);
}

NamedComparison::Update NamedComparison::UpdateOf(const NamedClaim& a, const NamedClaim& b) const {
  if (time_ != Time::kNewest) return {};
  const auto day_a = DayOf(analysis_, a);
  const auto day_b = DayOf(analysis_, b);
  if (!day_a.has_value() || !day_b.has_value() || *day_a == *day_b) return {};
  const NamedClaim& older = *day_a < *day_b ? a : b;
  return {true, IsDraft(analysis_, older) ? std::min(rule_.severity, Severity::kWarning) : Severity::kNote};
}

// Phrases of one group of `synonyms` mean the same.
const std::string& NamedComparison::Meaning(const std::string& words) const {
  const auto found = synonyms_.find(words);
  return found == synonyms_.end() ? words : found->second;
}

// Whether the rules say, by `part_of`, that one entity lies in another. -1 is none.
bool NamedComparison::LiesIn(int inner, int outer) const {
  if (inner < 0 || outer < 0) return false;
  const std::vector<EntityDefinition>& entities = analysis_.rules->entities;
  const int first = analysis_.entities[static_cast<size_t>(inner)].definition;
  const int last = analysis_.entities[static_cast<size_t>(outer)].definition;
  if (first < 0 || last < 0) return false;
  std::string part_of = entities[static_cast<size_t>(first)].part_of;
  std::set<std::string> seen;
  while (!part_of.empty() && seen.insert(part_of).second) {
    if (part_of == entities[static_cast<size_t>(last)].id) return true;
    const auto next = std::find_if(entities.begin(), entities.end(),
                                   [&part_of](const EntityDefinition& entity) { return entity.id == part_of; });
    if (next == entities.end()) return false;
    part_of = next->part_of;
  }
  return false;
}

ValueComparison NamedComparison::CompareFigures(const Value& a, const Value& b) const {
  ValueComparison compared = CompareValues(a, b);
  if (compared.agreement == Agreement::kIncomparable || !SameUnit(a, b)) return compared;
  const std::optional<Exact> distance = DistanceBetween(a, b);
  if (!distance.has_value()) return compared;
  if (exact_ && a.modifier == Modifier::kExact && b.modifier == Modifier::kExact) {
    if (a.low == b.low && a.high == b.high) return compared;
    return {Agreement::kContradictory, ValueHint::kNone, "the rule wants the same figure, without rounding"};
  }
  if (!tolerance_.has_value() || compared.agreement == Agreement::kConsistent) return compared;
  std::optional<Exact> most = tolerance_;
  if (percent_) {
    const Exact larger = std::max(a.high->Absolute(), b.high->Absolute());
    most = tolerance_->Times(larger);
    if (most.has_value()) most = most->DividedBy(Exact(100));
  }
  if (most.has_value() && *distance <= *most) {
    return {Agreement::kConsistent, ValueHint::kInRange, absl::StrCat("within the tolerance of ", tolerance_text_)};
  }
  return compared;
}

ValueComparison NamedComparison::Compare(const NamedClaim& a, const NamedClaim& b) const {
  const ClaimValue& left = a.claim.value;
  const ClaimValue& right = b.claim.value;
  if (left.value && right.value) return CompareFigures(*left.value, *right.value);
  if (left.canonical.empty() || right.canonical.empty()) {
    return {Agreement::kIncomparable, ValueHint::kNone, "nothing to compare"};
  }
  if (Meaning(left.canonical) == Meaning(right.canonical)) {
    return {Agreement::kConsistent, ValueHint::kSame, "the same"};
  }
  if (rule_.compare_as == "place" && (LiesIn(a.value_name, b.value_name) || LiesIn(b.value_name, a.value_name))) {
    return {Agreement::kConsistent, ValueHint::kInRange, "one place lies in the other"};
  }
  return {Agreement::kContradictory, ValueHint::kNone, absl::StrCat("“", left.text, "” against “", right.text, "”")};
}

}  // namespace crosscheck
