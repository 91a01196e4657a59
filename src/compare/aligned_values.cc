#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "absl/strings/str_cat.h"
#include "claim/measure.h"
#include "compare/detectors.h"
#include "compare/likeness.h"
#include "compare/named.h"
#include "compare/settings.h"
#include "value/compare_values.h"

// Values that no rule names: what two documents say about one thing is paired by what surrounds it. Agreement comes
// first: a value that the other document has too is done. What is left over on both sides, alike in everything but the
// figure, is a disagreement.
namespace crosscheck {

namespace {

constexpr double kUniqueInBoth = 0.16;
constexpr double kUniqueInOne = 0.06;
constexpr double kSlip = 0.15;
constexpr double kShortTexts = 0.15;
constexpr double kDistinctive = 0.12;
constexpr double kSameMeasure = 0.08;  // for each step of strength
constexpr double kMostTimesLarger = 4.0;  // beyond that it is another quantity, unless it is a slip of scale

// Three digits that count, or more.
bool IsDistinctive(const Value& value) {
  if (!value.low || value.kind == ValueKind::kDate || value.kind == ValueKind::kTime) return false;
  std::string digits = value.low->Absolute().ToString();
  digits.erase(std::remove(digits.begin(), digits.end(), '.'), digits.end());
  while (!digits.empty() && digits.back() == '0') digits.pop_back();
  return digits.size() - std::min(digits.find_first_not_of('0'), digits.size()) >= 3;
}

// The values of one side of a comparison: a document, or the headline and captions of one.
struct Side {
  uint32_t document = 0;  // index into Analysis::documents
  std::vector<const ValueMention*> values;
  bool short_text = false;
};

struct Pairing {
  double likeness = 0;
  size_t a = 0;
  size_t b = 0;
  ValueComparison compared;
};

double Middle(const Value& value) {
  if (value.low && value.high) return (value.low->ToDouble() + value.high->ToDouble()) / 2;
  return value.low ? value.low->ToDouble() : value.high ? value.high->ToDouble() : 0;
}

bool IsSmallCount(const Value& value) {
  return (value.kind == ValueKind::kNumber || value.kind == ValueKind::kOrdinal ||
          value.kind == ValueKind::kDuration) &&
         Middle(value) <= 12;
}

class ValueAligner {
 public:
  ValueAligner(const Analysis& analysis, const Rule& rule, RelationSink& sink)
      : analysis_(analysis),
        rule_(rule),
        sink_(sink),
        kinds_(ListSetting(rule, "kinds")),
        threshold_(NumberSetting(rule, "threshold", 0.5)),
        band_(NumberSetting(rule, "note_band", 0.0)),
        small_extra_(NumberSetting(rule, "small_extra", 0.12)),
        head_needed_(TextSetting(rule, "head_needed", "false") == "true") {}

  void Run() {
    std::vector<Side> sides;
    for (uint32_t d = 0; d < analysis_.documents.size(); ++d) sides.push_back(SideOf(d));
    for (uint32_t i = 0; i < sides.size(); ++i) {
      for (uint32_t j = i + 1; j < sides.size(); ++j) {
        if (MayCompare(analysis_, i, j)) Compare(sides[i], sides[j]);
      }
    }
  }

 private:
  // The day of print, in a dateline or a stamp, is no date of the event.
  bool IsDayOfPrint(const ValueMention& mention) const {
    const Value& value = mention.mention.value;
    if (SentenceOf(analysis_, mention).zone == Zone::kByline) return true;
    const DocumentInfo* info = nullptr;
    for (const DocumentAnalysis& document : analysis_.documents) {
      if (document.index == mention.document) info = &document.document->info();
    }
    if (info == nullptr || !info->published || !value.low) return false;
    const int64_t day = *info->published - absl::CivilDay(1970, 1, 1);
    return *value.low >= Exact(day - 1) && *value.low <= Exact(day);
  }

  bool Wanted(const ValueMention& mention) const {
    const Value& value = mention.mention.value;
    if (value.kind == ValueKind::kDate && IsDayOfPrint(mention)) return false;
    if (value.noun == "block" || value.noun == "blocks") return false;  // "the 5700 block of Elm Street" is an address
    if (value.modifier == Modifier::kVague || (!value.low && !value.high)) return false;
    if (std::find(kinds_.begin(), kinds_.end(), ValueKindName(value.kind)) == kinds_.end()) return false;
    // "Sunday" and "yesterday" hang on the day of print; a day of the calendar does not.
    return value.kind != ValueKind::kDate || (value.parts.month != 0 && value.parts.day != 0 && !value.parts.relative);
  }

  Side SideOf(uint32_t d) const {
    const DocumentAnalysis& document = analysis_.documents[d];
    Side side;
    side.document = d;
    side.short_text = document.sentences.size() <= 2;
    for (const ValueMention& value : document.values) {
      if (Wanted(value)) side.values.push_back(&value);
    }
    return side;
  }

  // Whether the side says the same as `value` somewhere: a small count only about the same thing.
  bool SaysTheSame(const ValueMention& value, const Side& side) const {
    return std::any_of(side.values.begin(), side.values.end(), [&](const ValueMention* other) {
      if (CompareValues(value.mention.value, other->mention.value).agreement != Agreement::kConsistent) return false;
      if (!IsSmallCount(value.mention.value)) return true;
      return value.frame.head == other->frame.head || MeasureLikeness(analysis_, value, *other).Total() >= 0.2;
    });
  }

  static bool IsUnique(const ValueMention& value, const Side& side) {
    return std::count_if(side.values.begin(), side.values.end(), [&](const ValueMention* other) {
             return other->mention.value.kind == value.mention.value.kind &&
                    other->mention.value.unit == value.mention.value.unit;
           }) == 1;
  }

  static bool TooFarApart(const ValueMention& a, const ValueMention& b, const ValueComparison& compared) {
    if (compared.hint == ValueHint::kScaleSlip || compared.hint == ValueHint::kTransposed ||
        a.mention.value.kind == ValueKind::kDate)
      return false;
    if (FitOf(a.frame.measure, b.frame.measure) == MeasureFit::kSame) return false;
    const double x = std::abs(Middle(a.mention.value));
    const double y = std::abs(Middle(b.mention.value));
    return std::max(x, y) > kMostTimesLarger * std::min(x, y);
  }

  static ValueKind value_kind(const ValueMention& value) { return value.mention.value.kind; }

  // Whose age it is: the name that stands next to it. Without a name an age counts only where it is the only one.
  int PersonOf(const ValueMention& value) const {
    const Sentence& sentence = SentenceOf(analysis_, value);
    int person = -1;
    uint32_t nearest = 7;  // words
    for (const NameMention& name : sentence.names) {
      const NameType type = analysis_.entities[name.entity].type;
      if (type == NameType::kOrganisation || type == NameType::kPlace) continue;
      const uint32_t distance = name.last <= value.first   ? value.first - name.last
                                : name.first >= value.last ? name.first - value.last + 1
                                                           : 0;
      if (distance < nearest) {
        nearest = distance;
        person = static_cast<int>(name.entity);
      }
    }
    return person;
  }

  bool SamePerson(const Side& left, const Side& right, const ValueMention& a, const ValueMention& b) const {
    const int x = PersonOf(a);
    const int y = PersonOf(b);
    if (x >= 0 && y >= 0) return x == y || SurnameOf(x) == SurnameOf(y);
    return IsUnique(a, left) && IsUnique(b, right) && !left.short_text;
  }

  const std::string& SurnameOf(int entity) const {
    return analysis_.entities[static_cast<size_t>(entity)].tokens.back();
  }

  double Score(const Side& left, const Side& right, const ValueMention& a, const ValueMention& b,
               const ValueComparison& compared) const {
    double score = MeasureLikeness(analysis_, a, b).Total();
    const bool unique_a = IsUnique(a, left);
    const bool unique_b = IsUnique(b, right);
    if (unique_a && unique_b) score += kUniqueInBoth;
    if (unique_a != unique_b) score += kUniqueInOne;
    if (compared.hint == ValueHint::kScaleSlip || compared.hint == ValueHint::kTransposed) score += kSlip;
    if (left.short_text && right.short_text) score += kShortTexts;
    const Measure& measure_a = a.frame.measure;
    const Measure& measure_b = b.frame.measure;
    if (FitOf(measure_a, measure_b) == MeasureFit::kSame)
      score += kSameMeasure * std::min(measure_a.strength, measure_b.strength);
    // "Two" stands for many things; "41,260" for one.
    if (IsSmallCount(a.mention.value) || IsSmallCount(b.mention.value)) {
      score -= small_extra_;
    } else if (IsDistinctive(a.mention.value) && IsDistinctive(b.mention.value)) {
      score += kDistinctive;
    }
    return score;
  }

  void Compare(const Side& left, const Side& right) {
    std::vector<const ValueMention*> open_left;
    std::vector<const ValueMention*> open_right;
    for (const ValueMention* value : left.values) {
      if (!SaysTheSame(*value, right)) open_left.push_back(value);
    }
    for (const ValueMention* value : right.values) {
      if (!SaysTheSame(*value, left)) open_right.push_back(value);
    }
    std::vector<Pairing> pairings;
    for (size_t a = 0; a < open_left.size(); ++a) {
      for (size_t b = 0; b < open_right.size(); ++b) {
        const ValueComparison compared = CompareValues(open_left[a]->mention.value, open_right[b]->mention.value);
        if (compared.agreement != Agreement::kContradictory || TooFarApart(*open_left[a], *open_right[b], compared))
          continue;
        if (value_kind(*open_left[a]) == ValueKind::kAge && !SamePerson(left, right, *open_left[a], *open_right[b]))
          continue;
        if (head_needed_ && (open_left[a]->frame.head == 0 || open_left[a]->frame.head != open_right[b]->frame.head))
          continue;
        if (!Veto(analysis_, *open_left[a], *open_right[b]).empty()) continue;
        if (FitOf(open_left[a]->frame.measure, open_right[b]->frame.measure) == MeasureFit::kOther) continue;
        const double score = Score(left, right, *open_left[a], *open_right[b], compared);
        if (score >= threshold_ - band_) pairings.push_back({score, a, b, compared});
      }
    }
    std::stable_sort(pairings.begin(), pairings.end(),
                     [](const Pairing& x, const Pairing& y) { return x.likeness > y.likeness; });
    std::set<size_t> used_left;
    std::set<size_t> used_right;
    for (const Pairing& pairing : pairings) {
      if (used_left.contains(pairing.a) || used_right.contains(pairing.b)) continue;
      used_left.insert(pairing.a);
      used_right.insert(pairing.b);
      Report(left, right, *open_left[pairing.a], *open_right[pairing.b], pairing);
    }
  }

  Claim MakeClaim(uint32_t d, const ValueMention& value) const {
    Claim claim = ClaimOfValue(analysis_, analysis_.documents[d], value);
    claim.rule = rule_.id;
    return claim;
  }

  void Report(const Side& left, const Side& right, const ValueMention& a, const ValueMention& b,
              const Pairing& pairing) {
    const Claim claim_a = MakeClaim(left.document, a);
    const Claim claim_b = MakeClaim(right.document, b);
    Relation relation = MakeRelation(analysis_, rule_, {claim_a, left.document}, {claim_b, right.document},
                                     absl::StrCat(pairing.compared.reason, "; likeness of what surrounds them ",
                                                  absl::SixDigits(std::round(pairing.likeness * 100) / 100)));
    if (pairing.likeness < threshold_) relation.severity = Severity::kNote;
    relation.a = sink_.AddClaim(claim_a);
    relation.b = sink_.AddClaim(claim_b);
    sink_.AddRelation(std::move(relation));
  }

  const Analysis& analysis_;
  const Rule& rule_;
  RelationSink& sink_;
  std::vector<std::string> kinds_;
  double threshold_, band_, small_extra_;
  bool head_needed_;
};

}  // namespace

void CompareValuesAligned(const Analysis& analysis, const Rule& rule, RelationSink& sink) {
  ValueAligner(analysis, rule, sink).Run();
}

}  // namespace crosscheck
