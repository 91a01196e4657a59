#ifndef CROSSCHECK_COMPARE_PAIR_FEATURES_H_
#define CROSSCHECK_COMPARE_PAIR_FEATURES_H_

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "absl/types/span.h"
#include "claim/analysis.h"
#include "compare/likeness.h"
#include "value/compare_values.h"

// What speaks for two differing values of two documents being answers to one question, in numbers: one row a cue, with
// the weight that it has in the sum. Weights were fitted by scripts/fit-pairs on the probes of tests/probes.
namespace crosscheck {

enum class Cue : uint8_t {
  kContext,        // cosine of the weighted words around them
  kSentence,       // shared words of the two sentences
  kSameHead,       // one noun is counted, measured or ranked
  kOtherHead,      // two nouns
  kEntities,       // share of names in common
  kNoEntity,       // both sentences have names, and none in common
  kSameMeasure,    // how near the words for one measure stand, [0, 1]
  kOtherMeasure,   // two measures, or a level and a change
  kOtherModality,  // a plan against a result
  kDenied,         // one of them is denied or supposed, and the other is not
  kScope,          // words that narrow one of the two: how many, up to 2
  kPerDiffers,     // a rate against a total
  kUniqueBoth,     // each the only value of its kind and unit in its document
  kUniqueOne,
  kCompetition,  // 1 / (open values on one side × on the other)
  kBestBoth,     // each is the likest to the other of all that are open
  kBestOne,
  kTransposed,   // two digits swapped
  kOneDigit,     // one digit of three or more other, lost or doubled
  kPowerOfTen,   // ten, a thousand, a million times
  kSpoken,       // "nine" for "nineteen", "fourteen" for "forty"
  kDistance,     // |ln(a / b)|, up to 3
  kSmall,        // a count up to 12
  kDistinctive,  // three digits or more that count, in both
  kAnchors,      // other values that the two sentences share, up to 2
  kDraft,        // a draft against its source
  kHeadline,     // one of them stands in a headline
  kKin,          // words of the two sentences that can stand for one another, up to 3
  kKinContext,   // the same of the words around them
  kWorkedOut,    // one of them follows from figures of the other text
  kBeside,       // the same words in the same order next to both, up to 4
  kSlipDigits,   // the digits of such a slip that chance would not share, up to 2
};
inline constexpr double kMostTimesLarger =
    10.0;  // beyond that it is another quantity, unless it is a slip or one measure
inline constexpr size_t kCueCount = 32;
using Cues = std::array<double, kCueCount>;

struct CueRow {
  Cue cue;
  absl::string_view name;  // as in the setting `weights` of a rule
  double weight;
};
absl::Span<const CueRow> CueTable();  // in the order of Cue

// How much the words next to two values are the same and in the same order, on both sides of them: a word that tells
// counts 1, a function word 0.3, up to 4. "was founded in 1923", "was founded in 1933": 1.6.
double BesideBoth(const Surroundings& a, const Surroundings& b);

// What mistaken key or ear makes one figure of the other.
enum class Slip : uint8_t { kNone, kTransposed, kOneDigit, kPowerOfTen, kSpoken };
Slip SlipBetween(const Value& a, const Value& b);

// What two values say of their pair by themselves, whatever stands around them.
struct FigureFit {
  Agreement agreement = Agreement::kIncomparable;
  ValueHint hint = ValueHint::kNone;
  // Where they contradict one another:
  Slip slip = Slip::kNone;
  bool near = false;  // one is not many times the other, but for a slip
  // What cues ask more, set by SetFigureCues:
  bool has_cues = false;
  bool small = false, distinctive = false;
  double distance = 0, slip_digits = 0;
};
FigureFit FigureFitOf(const Value& a, const Value& b);
void SetFigureCues(const Value& a, const Value& b, FigureFit& fit);  // does nothing where that has been done

// What a comparison of two whole documents knows about a pair and the two values do not.
struct PairContext {
  bool unique_a = false, unique_b = false;
  bool best_a = false, best_b = false;
  int anchors = 0;
  bool draft = false;
};

// The cues of a pair, but for those that the next two functions set: they cost most, and pairs are many.
Cues CuesOf(const Surroundings& a, const Surroundings& b, const Likeness& likeness, const FigureFit& fit,
            const PairContext& context);
// kKin and kKinContext. AddKin has been called for both.
void SetKin(const Analysis& analysis, const Surroundings& a, const Surroundings& b, Cues& cues);
// kCompetition and kWorkedOut; `open_a` and `open_b`: values of this kind and unit that found no equal.
void SetCompetition(size_t open_a, size_t open_b, bool worked_out, Cues& cues);

// The weighted sum of the cues. `weights` has one weight a cue.
double Weigh(const Cues& cues, absl::Span<const double> weights);
// The most that the cues of SetKin, and of SetCompetition, can add to the sum.
double MostOfKin(absl::Span<const double> weights);
double MostOfCompetition(absl::Span<const double> weights);

// The cues that count most, with what each adds to the sum: "same_head +0.31, other_measure -0.20". For `explain`.
std::string CueWords(const Cues& cues, absl::Span<const double> weights);

// The middle of a value, for likeness only.
double MiddleOf(const Value& value);

// "Two" stands for many things.
bool IsSmallCount(const Value& value);

}  // namespace crosscheck

#endif  // CROSSCHECK_COMPARE_PAIR_FEATURES_H_
