#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "claim/measure.h"
#include "compare/detectors.h"
#include "compare/likeness.h"
#include "compare/named.h"
#include "compare/settings.h"
#include "value/compare_values.h"
#include "value/currencies.h"
#include "value/units.h"

// The same distinctive figure with another unit, currency or scale in two documents: "385 centimetres" against "385
// millimetres", "$45 million" against "$45 billion", "27 percent" against "27 percentage points".
namespace crosscheck {

namespace {

// The digits of a figure that count, its scale left out: 45000000 and 4.5 are both "45". "" for what has none.
std::string Digits(const Value& value) {
  if (!value.low || value.low != value.high || value.is_fraction) return "";
  std::string text = value.low->Absolute().ToString();
  if (absl::StrContains(text, '/')) return "";
  text.erase(std::remove(text.begin(), text.end(), '.'), text.end());
  text.erase(0, std::min(text.find_first_not_of('0'), text.size()));
  text.erase(text.find_last_not_of('0') + 1);
  return text;
}

// Whether one is the other a thousand, a million or a billion times.
bool IsScaleSlip(const Exact& a, const Exact& b) {
  const auto ratio = a.DividedBy(b);
  if (!ratio) return false;
  for (int64_t times : {int64_t{1000}, int64_t{1000000}, int64_t{1000000000}}) {
    if (*ratio == Exact(times) || ratio->Times(Exact(times)) == Exact(1)) return true;
  }
  return false;
}

// What is wrong between two values of equal digits; "" where nothing is.
std::string ClashOf(const Value& a, const Value& b) {
  if (!a.low || !b.low) return "";
  const bool percent = (a.kind == ValueKind::kPercent && b.kind == ValueKind::kPoints) ||
                       (a.kind == ValueKind::kPoints && b.kind == ValueKind::kPercent);
  if (percent) return a.low == b.low ? "the same figure in percent and in percentage points" : "";
  if (a.kind != b.kind || a.per != b.per) return "";
  if (a.kind == ValueKind::kMoney) {
    // "$45 million" may be Australian; francs are of many countries.
    if (a.unit != b.unit)
      return a.low == b.low && !ShareCurrencyWord(a.unit, b.unit) ? "the same amount in two currencies" : "";
    return IsScaleSlip(*a.low, *b.low) ? "the same figure at another scale" : "";
  }
  if (a.kind == ValueKind::kNumber) {
    const bool large = a.low->Absolute() >= Exact(100000) || b.low->Absolute() >= Exact(100000);
    return large && IsScaleSlip(*a.low, *b.low) ? "the same figure at another scale" : "";
  }
  if (a.kind != ValueKind::kQuantity || a.low != b.low || a.unit == b.unit) return "";
  const auto scale_a = FindUnitScale(a.unit);
  const auto scale_b = FindUnitScale(b.unit);
  if (!scale_a || !scale_b || scale_a->dimension != scale_b->dimension) return "";
  return "the same figure in two units";
}

class UnitComparer {
 public:
  UnitComparer(const Analysis& analysis, const Rule& rule, RelationSink& sink)
      : analysis_(analysis), rule_(rule), sink_(sink), threshold_(NumberSetting(rule, "threshold", 0.3)) {}

  void Run() {
    std::map<std::string, std::vector<std::pair<uint32_t, const ValueMention*>>> by_digits;
    for (uint32_t d = 0; d < analysis_.documents.size(); ++d) {
      for (const ValueMention& value : analysis_.documents[d].values) {
        const std::string digits = Digits(value.mention.value);
        if (!digits.empty() && value.first < value.last) by_digits[digits].emplace_back(d, &value);
      }
    }
    for (const auto& [digits, places] : by_digits) {
      for (size_t i = 0; i < places.size(); ++i) {
        for (size_t j = i + 1; j < places.size(); ++j) {
          if (places[i].first != places[j].first) Compare(digits, places[i], places[j]);
        }
      }
    }
  }

 private:
  using Place = std::pair<uint32_t, const ValueMention*>;

  // The likeness that two places must have: the fewer digits, the more. The very same figure in another unit is a slip
  // nearly always; one at another scale may be another figure of equal digits.
  double Needed(const std::string& digits, bool same_number, bool whole) const {
    if (same_number && !whole && digits.size() >= 2) return 0;
    if (digits.size() >= 3) return same_number ? 0 : threshold_ * 0.5;
    if (digits.size() == 2) return same_number ? threshold_ * 0.3 : threshold_;
    return threshold_ * 1.5;
  }

  // Miles are mistaken for kilometres; what weighs 28 tonnes and what weighs 28 kg are two things, unless they are
  // of one noun or measure.
  static bool AreFarUnits(const Value& a, const Value& b) {
    constexpr double kMostTimes = 50;
    const auto x = FindUnitScale(a.unit);
    const auto y = FindUnitScale(b.unit);
    if (a.unit == b.unit || !x || !y) return false;
    const double ratio = x->factor.ToDouble() / y->factor.ToDouble();
    return ratio > kMostTimes || ratio * kMostTimes < 1;
  }

  static bool AreOfOneMeasure(const Frame& a, const Frame& b) {
    return (a.head != 0 && a.head == b.head) || FitOf(a.measure, b.measure) == MeasureFit::kSame;
  }

  // A document that has the other's value too says both, of two things or as a conversion.
  bool HasBoth(uint32_t document, const Value& other) const {
    const auto& values = analysis_.documents[document].values;
    return std::any_of(values.begin(), values.end(), [&](const ValueMention& own) {
      return own.mention.value.kind == other.kind && own.mention.value.low == other.low &&
             own.mention.value.high == other.high && own.mention.value.unit == other.unit;
    });
  }

  // "62 basis points" of a rate are its 0.62 percent; only percentage points are mistaken for percent.
  bool IsBasisPoints(const Place& place) const {
    const Sentence& sentence = analysis_.documents[place.first].sentences[place.second->sentence];
    const auto& words = sentence.words;
    return std::any_of(words.begin() + place.second->first, words.begin() + place.second->last, [](const Word& word) {
      return word.text == "basis" || word.text == "bps" || word.text == "bp";
    });
  }

  void Compare(const std::string& digits, const Place& a, const Place& b) {
    if (!MayCompare(analysis_, a.first, b.first)) return;
    const Value& left = a.second->mention.value;
    const Value& right = b.second->mention.value;
    const std::string clash = ClashOf(left, right);
    if (IsBasisPoints(a) || IsBasisPoints(b)) return;
    if (clash.empty() || HasBoth(a.first, right) || HasBoth(b.first, left)) return;
    const uint32_t head = a.second->frame.head;
    if (left.kind == ValueKind::kNumber && (head == 0 || head != b.second->frame.head)) return;
    const bool same_number = left.low == right.low;
    if (!same_number && !Veto(analysis_, *a.second, *b.second).empty()) return;
    if (AreFarUnits(left, right) && !AreOfOneMeasure(a.second->frame, b.second->frame)) return;
    if (MeasureLikeness(analysis_, *a.second, *b.second).Total() < Needed(digits, same_number, left.low->is_integer()))
      return;
    Claim claim_a = ClaimOfValue(analysis_, analysis_.documents[a.first], *a.second);
    Claim claim_b = ClaimOfValue(analysis_, analysis_.documents[b.first], *b.second);
    claim_a.rule = claim_b.rule = rule_.id;
    Relation relation = MakeRelation(analysis_, rule_, {claim_a, a.first}, {claim_b, b.first}, clash);
    relation.question = digits;
    sink_.Relate(std::move(relation), std::move(claim_a), std::move(claim_b));
  }

  const Analysis& analysis_;
  const Rule& rule_;
  RelationSink& sink_;
  double threshold_;
};

}  // namespace

void CompareUnits(const Analysis& analysis, const Rule& rule, RelationSink& sink) {
  UnitComparer(analysis, rule, sink).Run();
}

}  // namespace crosscheck
