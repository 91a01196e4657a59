#include "compare/pair_features.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "claim/measure.h"
#include "compare/clause.h"
#include "compare/edit_distance.h"

namespace crosscheck {

namespace {

// As it was written: "nineteen days" is 19, though a length of time is kept in seconds.
Exact InItsUnit(const Value& value) {
  if (value.kind != ValueKind::kDuration || value.step <= Exact(0)) return *value.low;
  return value.low->DividedBy(value.step).value_or(*value.low);
}

// The digits of a figure that count: 45000000 and 4.5 are both "45"; "" for what has none.
std::string DigitsOf(const Value& value) {
  if (!value.low || value.kind == ValueKind::kDate) return "";
  std::string digits = InItsUnit(value).Absolute().ToString();
  if (digits.find('/') != std::string::npos) return "";
  digits.erase(std::remove(digits.begin(), digits.end(), '.'), digits.end());
  digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size()));
  while (!digits.empty() && digits.back() == '0') digits.pop_back();
  return digits;
}

// How many times the larger is the smaller; 0 where it is not a whole number of times.
absl::int128 TimesBetween(const Exact& a, const Exact& b) {
  const auto ratio = a.DividedBy(b);
  if (!ratio || (ratio->numerator() != 1 && ratio->denominator() != 1)) return 0;
  return ratio->denominator() == 1 ? ratio->numerator() : ratio->denominator();
}

bool IsTenOrHundred(const Exact& a, const Exact& b) {
  const absl::int128 times = TimesBetween(a, b);
  return times == 10 || times == 100;
}

// Whether one is 10, 100, 1,000, a million or a milliard times the other.
bool IsPowerOfTen(const Exact& a, const Exact& b) {
  const absl::int128 times = TimesBetween(a, b);
  return IsTenOrHundred(a, b) || times == 1000 || times == 1'000'000 || times == 1'000'000'000;
}

// "nine" and "nineteen", "fourteen" and "forty", "four" and "fourteen".
bool SoundAlike(const Exact& a, const Exact& b) {
  static constexpr int kSpoken[][2] = {{3, 13},  {3, 30},  {13, 30}, {4, 14},  {4, 40},  {14, 40}, {5, 15},  {5, 50},
                                       {15, 50}, {6, 16},  {6, 60},  {16, 60}, {7, 17},  {7, 70},  {17, 70}, {8, 18},
                                       {8, 80},  {18, 80}, {9, 19},  {9, 90},  {19, 90}, {2, 12},  {2, 20},  {12, 20}};
  constexpr int kMostSpoken = 90;
  const auto is_spoken = [](const Exact& figure) { return figure.is_integer() && figure <= Exact(kMostSpoken); };
  if (!is_spoken(a) || !is_spoken(b)) return false;
  for (const auto& pair : kSpoken) {
    if ((a == Exact(pair[0]) && b == Exact(pair[1])) || (a == Exact(pair[1]) && b == Exact(pair[0]))) return true;
  }
  return false;
}

bool Transposed(absl::string_view a, absl::string_view b) {
  if (a.size() != b.size() || a.size() < 2) return false;
  size_t first = 0;
  while (first < a.size() && a[first] == b[first]) ++first;
  return first + 1 < a.size() && a[first] == b[first + 1] && a[first + 1] == b[first] &&
         a.substr(first + 2) == b.substr(first + 2);
}

bool IsDistinctive(const Value& value) {
  return value.kind != ValueKind::kDate && value.kind != ValueKind::kTime && DigitsOf(value).size() >= 3;
}

// How many digits of a slip chance would not share: two figures of one digit are often ten times one another or a digit
// apart, of three digits hardly ever.
double SlipDigits(Slip slip, const Value& a, const Value& b) {
  if (a.kind == ValueKind::kDate || a.kind == ValueKind::kTime) return 0;
  const auto digits = static_cast<int>(std::min(DigitsOf(a).size(), DigitsOf(b).size()));
  constexpr int kMost = 2;
  const auto beyond = [&](int by_chance) { return std::clamp(digits - by_chance, 0, kMost); };
  switch (slip) {
    case Slip::kTransposed:
      return beyond(2);
    case Slip::kOneDigit:
      return beyond(3);
    case Slip::kPowerOfTen:  // a bare "44.0" may stand in a table of thousands
      return a.kind == ValueKind::kNumber && !IsTenOrHundred(*a.low, *b.low) ? 0 : beyond(1);
    case Slip::kSpoken:
    case Slip::kNone:
      break;
  }
  return 0;
}

constexpr double kMostKin = 3;

double& At(Cues& cues, Cue cue) { return cues[static_cast<size_t>(cue)]; }

// What a cue in [0, most] can add to the sum.
double MostOf(absl::Span<const double> weights, Cue cue, double most) {
  return std::max(0.0, weights[static_cast<size_t>(cue)] * most);
}

bool IsPlan(Modality m) { return m == Modality::kExpected || m == Modality::kPossible; }
bool IsOpen(Modality m) { return m == Modality::kHypothetical || m == Modality::kDenied; }

}  // namespace

absl::Span<const CueRow> CueTable() {
  static constexpr CueRow kTable[] = {
      {Cue::kContext, "context", 1.57},
      {Cue::kSentence, "sentence", 0.41},
      {Cue::kSameHead, "same-head", 0.38},
      {Cue::kOtherHead, "other-head", -0.36},
      {Cue::kEntities, "entities", 0},
      {Cue::kNoEntity, "no-entity", -0.45},
      {Cue::kSameMeasure, "same-measure", 1.69},
      {Cue::kOtherMeasure, "other-measure", -0.96},
      {Cue::kOtherModality, "other-modality", -0.44},
      {Cue::kDenied, "denied", -0.89},
      {Cue::kScope, "scope", -0.21},
      {Cue::kPerDiffers, "per-differs", -1.77},
      {Cue::kUniqueBoth, "unique-both", 0.51},
      {Cue::kUniqueOne, "unique-one", 0.69},
      {Cue::kCompetition, "competition", 0.98},
      {Cue::kBestBoth, "best-both", 0.74},
      {Cue::kBestOne, "best-one", 0.05},
      {Cue::kTransposed, "transposed", 3.58},
      {Cue::kOneDigit, "one-digit", 2.26},
      {Cue::kPowerOfTen, "power-of-ten", 0.41},
      {Cue::kSpoken, "spoken", 1.42},
      {Cue::kDistance, "distance", -0.96},
      {Cue::kSmall, "small", -0.98},
      {Cue::kDistinctive, "distinctive", -0.35},
      {Cue::kAnchors, "anchors", 0.84},
      {Cue::kDraft, "draft", 1.28},
      {Cue::kHeadline, "headline", -0.69},
      {Cue::kKin, "kin", 0.4},
      {Cue::kKinContext, "kin-context", 0.2},
      {Cue::kWorkedOut, "worked-out", -0.53},
      {Cue::kBeside, "beside", 0.68},
      {Cue::kSlipDigits, "slip-digits", 1.47},
  };
  static_assert(std::size(kTable) == kCueCount);
  return kTable;
}

double MiddleOf(const Value& value) {
  if (value.low && value.high) return (value.low->ToDouble() + value.high->ToDouble()) / 2;
  return value.low ? value.low->ToDouble() : value.high ? value.high->ToDouble() : 0;
}

bool IsSmallCount(const Value& value) {
  return (value.kind == ValueKind::kNumber || value.kind == ValueKind::kOrdinal ||
          value.kind == ValueKind::kDuration) &&
         MiddleOf(value) <= 12;
}

namespace {

// "4:32" for "3:42", "4.50pm" for "6.50pm": digits of the clock, without its half of the day. Full hours are too alike.
Slip SlipOfTimes(const Value& a, const Value& b) {
  if (a.low != a.high || b.low != b.high || !a.low->is_integer() || !b.low->is_integer()) return Slip::kNone;
  const auto digits = [](const Value& value) {
    const auto minutes = static_cast<int64_t>(value.low->numerator());
    return absl::StrCat(absl::Dec(minutes / 60 % 12, absl::kZeroPad2), absl::Dec(minutes % 60, absl::kZeroPad2));
  };
  std::string x = digits(a);
  std::string y = digits(b);
  if (absl::EndsWith(x, "00") || absl::EndsWith(y, "00")) return Slip::kNone;
  if (x.substr(2) == y.substr(2)) return Slip::kOneDigit;
  std::sort(x.begin(), x.end());
  std::sort(y.begin(), y.end());
  return x == y ? Slip::kTransposed : Slip::kNone;
}

bool IsYearAlone(const Value& value) { return value.kind == ValueKind::kDate && value.parts.month == 0; }

// "April 4" for "April 14", "1 May" for "1 March", "12 June" for "21 June", "1923" for "1932" or "1933".
Slip SlipOfDays(const DateParts& a, const DateParts& b) {
  if (a.month == 0 && b.month == 0 && a.year != 0 && b.year != 0) {
    const std::string x = absl::StrCat(static_cast<int>(a.year));
    const std::string y = absl::StrCat(static_cast<int>(b.year));
    return Transposed(x, y) ? Slip::kTransposed : EditDistance(x, y, 1) == 1 ? Slip::kOneDigit : Slip::kNone;
  }
  if (a.day == 0 || b.day == 0 || a.month == 0 || b.month == 0) return Slip::kNone;
  if (a.day == b.day) return a.month != b.month ? Slip::kOneDigit : Slip::kNone;
  if (a.month != b.month) return Slip::kNone;
  const std::string x = absl::StrCat(static_cast<int>(a.day));
  const std::string y = absl::StrCat(static_cast<int>(b.day));
  if (x.size() + y.size() < 3) return Slip::kNone;
  if (Transposed(x, y)) return Slip::kTransposed;
  return EditDistance(x, y, 1) == 1 ? Slip::kOneDigit : Slip::kNone;
}

// "182 to 113" for "182 to 131": one side the same, digits of the other changed about.
Slip SlipOfScores(const Value& a, const Value& b) {
  if (!a.low || !a.high || !b.low || !b.high || (a.low == b.low) == (a.high == b.high)) return Slip::kNone;
  const Exact& x = a.low == b.low ? *a.high : *a.low;
  const Exact& y = a.low == b.low ? *b.high : *b.low;
  const std::string left = x.ToString();
  const std::string right = y.ToString();
  if (std::min(left.size(), right.size()) < 2) return Slip::kNone;
  if (Transposed(left, right)) return Slip::kTransposed;
  return EditDistance(left, right, 1) == 1 ? Slip::kOneDigit : Slip::kNone;
}

}  // namespace

Slip SlipBetween(const Value& a, const Value& b) {
  if (a.kind == ValueKind::kScore && b.kind == ValueKind::kScore) return SlipOfScores(a, b);
  if (a.kind == ValueKind::kDate && b.kind == ValueKind::kDate) return SlipOfDays(a.parts, b.parts);
  if (!a.low || !b.low || a.unit != b.unit || a.low == b.low || a.is_fraction || b.is_fraction) return Slip::kNone;
  if (a.kind == ValueKind::kTime && b.kind == ValueKind::kTime) return SlipOfTimes(a, b);
  if (IsPowerOfTen(*a.low, *b.low)) return Slip::kPowerOfTen;
  if (SoundAlike(InItsUnit(a), InItsUnit(b))) return Slip::kSpoken;
  const std::string x = DigitsOf(a);
  const std::string y = DigitsOf(b);
  if (Transposed(x, y)) return Slip::kTransposed;
  return std::min(x.size(), y.size()) >= 3 && EditDistance(x, y, 1) == 1 ? Slip::kOneDigit : Slip::kNone;
}

double BesideBoth(const Surroundings& around_a, const Surroundings& around_b) {
  constexpr double kFunctionWord = 0.3;
  constexpr double kMost = 4;
  const ValueMention& a = *around_a.value;
  const ValueMention& b = *around_b.value;
  const std::vector<Word>& x = around_a.text->words;
  const std::vector<Word>& y = around_b.text->words;
  double sum = 0;
  const auto counts = [&](const Word& v, const Word& w) {
    if (v.number || v.sense != w.sense) return false;
    sum += v.stop ? kFunctionWord : 1;
    return true;
  };
  for (uint32_t i = a.first, j = b.first; i > 0 && j > 0 && counts(x[i - 1], y[j - 1]); --i, --j) {
    if (x[i - 1].break_before || y[j - 1].break_before) break;
  }
  for (uint32_t i = a.last, j = b.last; i < x.size() && j < y.size(); ++i, ++j) {
    if (x[i].break_before || y[j].break_before || !counts(x[i], y[j])) break;
  }
  return std::min(sum, kMost);
}

namespace {

// The smaller and the larger of two middles, without their sign.
std::pair<double, double> SizesOf(const Value& a, const Value& b) {
  return std::minmax({std::abs(MiddleOf(a)), std::abs(MiddleOf(b))});
}

}  // namespace

FigureFit FigureFitOf(const Value& x, const Value& y) {
  const ValueComparison compared = CompareWithoutWords(x, y);
  FigureFit fit;
  fit.agreement = compared.agreement;
  fit.hint = compared.hint;
  if (compared.agreement != Agreement::kContradictory) return fit;
  fit.slip = SlipBetween(x, y);
  const auto [smaller, larger] = SizesOf(x, y);
  fit.near = larger <= kMostTimesLarger * smaller || fit.hint == ValueHint::kScaleSlip || fit.slip != Slip::kNone;
  return fit;
}

void SetFigureCues(const Value& x, const Value& y, FigureFit& fit) {
  if (fit.has_cues) return;
  fit.has_cues = true;
  fit.slip_digits = SlipDigits(fit.slip, x, y);
  fit.small = IsSmallCount(x) || IsSmallCount(y);
  fit.distinctive = IsDistinctive(x) && IsDistinctive(y);
  const auto [smaller, larger] = SizesOf(x, y);
  constexpr double kDaysOfYear = 365.25;
  if (x.kind == ValueKind::kDate)
    fit.distance = std::min(3.0, std::log1p((larger - smaller) / (IsYearAlone(x) ? kDaysOfYear : 1)) / 3);
  else if (fit.slip != Slip::kPowerOfTen && fit.hint != ValueHint::kScaleSlip)  // a slip of scale is no distance
    fit.distance = smaller <= 0 ? 3 : std::min(3.0, std::log(larger / smaller));
}

Cues CuesOf(const Surroundings& around_a, const Surroundings& around_b, const Likeness& likeness,
            const FigureFit& figures, const PairContext& context) {
  const ValueMention& a = *around_a.value;
  const ValueMention& b = *around_b.value;
  Cues cues{};
  const auto set = [&](Cue cue, double value) { At(cues, cue) = value; };
  set(Cue::kContext, std::max(0.0, likeness.context));
  set(Cue::kSentence, std::max(0.0, likeness.sentence));
  set(Cue::kSameHead, likeness.head > 0.5 ? 1 : 0);
  set(Cue::kOtherHead, likeness.head == 0 ? 1 : 0);
  set(Cue::kEntities, std::max(0.0, likeness.entities));
  set(Cue::kNoEntity, likeness.entities == 0 ? 1 : 0);
  const MeasureFit fit = FitOf(a.frame.measure, b.frame.measure);
  if (fit == MeasureFit::kSame)
    set(Cue::kSameMeasure, std::min(a.frame.measure.strength, b.frame.measure.strength) / 3.0);
  set(Cue::kOtherMeasure, fit == MeasureFit::kOther ? 1 : 0);
  set(Cue::kOtherModality, IsPlan(a.frame.modality) != IsPlan(b.frame.modality) ? 1 : 0);
  set(Cue::kDenied, IsOpen(a.frame.modality) != IsOpen(b.frame.modality) ? 1 : 0);
  set(Cue::kScope, std::min(2, __builtin_popcountll(a.frame.scope ^ b.frame.scope)));
  const Value& x = a.mention.value;
  const Value& y = b.mention.value;
  set(Cue::kPerDiffers, x.per != y.per ? 1 : 0);
  set(Cue::kUniqueBoth, context.unique_a && context.unique_b ? 1 : 0);
  set(Cue::kUniqueOne, context.unique_a != context.unique_b ? 1 : 0);
  set(Cue::kBestBoth, context.best_a && context.best_b ? 1 : 0);
  set(Cue::kBestOne, context.best_a != context.best_b ? 1 : 0);
  const Slip slip = figures.slip;
  const bool scale = slip == Slip::kPowerOfTen || figures.hint == ValueHint::kScaleSlip;
  set(Cue::kTransposed, slip == Slip::kTransposed ? 1 : 0);
  set(Cue::kOneDigit, slip == Slip::kOneDigit ? 1 : 0);
  set(Cue::kPowerOfTen, scale ? 1 : 0);
  set(Cue::kSpoken, slip == Slip::kSpoken ? 1 : 0);
  set(Cue::kDistance, figures.distance);
  set(Cue::kSmall, figures.small ? 1 : 0);
  set(Cue::kDistinctive, figures.distinctive ? 1 : 0);
  set(Cue::kAnchors, std::min(2, context.anchors));
  set(Cue::kDraft, context.draft ? 1 : 0);
  set(Cue::kBeside, BesideBoth(around_a, around_b));
  set(Cue::kSlipDigits, figures.slip_digits);
  set(Cue::kHeadline, IsHeadline(*around_a.text) || IsHeadline(*around_b.text) ? 1 : 0);
  return cues;
}

void SetKin(const Analysis& analysis, const Surroundings& a, const Surroundings& b, Cues& cues) {
  At(cues, Cue::kKin) = std::min(kMostKin, KinWeight(analysis, a.sentence_kin, b.sentence_kin));
  At(cues, Cue::kKinContext) = std::min(kMostKin, KinWeight(analysis, a.context_kin, b.context_kin));
}

void SetCompetition(size_t open_a, size_t open_b, bool worked_out, Cues& cues) {
  At(cues, Cue::kCompetition) = 1.0 / static_cast<double>(std::max<size_t>(1, open_a * open_b));
  At(cues, Cue::kWorkedOut) = worked_out ? 1 : 0;
}

double MostOfKin(absl::Span<const double> weights) {
  return MostOf(weights, Cue::kKin, kMostKin) + MostOf(weights, Cue::kKinContext, kMostKin);
}

double MostOfCompetition(absl::Span<const double> weights) {
  return MostOf(weights, Cue::kCompetition, 1) + MostOf(weights, Cue::kWorkedOut, 1);
}

std::string CueWords(const Cues& cues, absl::Span<const double> weights) {
  constexpr size_t kMost = 6;
  constexpr double kLeast = 0.01;
  std::vector<std::pair<double, absl::string_view>> parts;
  for (const CueRow& row : CueTable()) {
    const auto i = static_cast<size_t>(row.cue);
    if (std::abs(cues[i] * weights[i]) >= kLeast) parts.emplace_back(cues[i] * weights[i], row.name);
  }
  std::stable_sort(parts.begin(), parts.end(),
                   [](const auto& a, const auto& b) { return std::abs(a.first) > std::abs(b.first); });
  if (parts.size() > kMost) parts.resize(kMost);
  std::string out;
  for (const auto& [weight, name] : parts) {
    absl::StrAppendFormat(&out, "%s%s %+.2f", out.empty() ? "" : ", ", name, weight);
  }
  return out;
}

double Weigh(const Cues& cues, absl::Span<const double> weights) {
  double sum = 0;
  for (size_t i = 0; i < kCueCount; ++i) sum += cues[i] * weights[i];
  return sum;
}

}  // namespace crosscheck
