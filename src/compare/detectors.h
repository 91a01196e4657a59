#ifndef CROSSCHECK_COMPARE_DETECTORS_H_
#define CROSSCHECK_COMPARE_DETECTORS_H_

#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "claim/analysis.h"
#include "compare/relation.h"
#include "rule/rule_set.h"

namespace crosscheck {

// A comparison that an `aligned` rule asks for by name (`compare: {as: …}`). Pure: reads the analysis, writes claims
// and relations in an order that depends on the input alone.
struct Detector {
  absl::string_view name;
  void (*run)(const Analysis& analysis, const Rule& rule, RelationSink& sink);
};
absl::Span<const Detector> Detectors();  // the one table

// One file each.
void CompareSpellings(const Analysis& analysis, const Rule& rule, RelationSink& sink);      // spelling.cc
void CompareQuotes(const Analysis& analysis, const Rule& rule, RelationSink& sink);         // quote.cc
void CompareSpeakers(const Analysis& analysis, const Rule& rule, RelationSink& sink);       // speaker.cc
void CompareQualifiers(const Analysis& analysis, const Rule& rule, RelationSink& sink);     // qualifier.cc
void CompareSigns(const Analysis& analysis, const Rule& rule, RelationSink& sink);          // sign.cc
void ComparePolarities(const Analysis& analysis, const Rule& rule, RelationSink& sink);     // polarity.cc
void CompareExclusives(const Analysis& analysis, const Rule& rule, RelationSink& sink);     // exclusive.cc
void ComparePlaces(const Analysis& analysis, const Rule& rule, RelationSink& sink);         // place.cc
void CompareOrders(const Analysis& analysis, const Rule& rule, RelationSink& sink);         // precedes.cc
void CompareSequences(const Analysis& analysis, const Rule& rule, RelationSink& sink);      // sequence.cc
void CompareLifetimes(const Analysis& analysis, const Rule& rule, RelationSink& sink);      // lifetimes.cc
void CompareWeekdays(const Analysis& analysis, const Rule& rule, RelationSink& sink);       // weekday.cc
void CheckIdentities(const Analysis& analysis, const Rule& rule, RelationSink& sink);       // identity.cc
void CompareAges(const Analysis& analysis, const Rule& rule, RelationSink& sink);           // personal_ages.cc
void CompareEventTimes(const Analysis& analysis, const Rule& rule, RelationSink& sink);     // event_times.cc
void CompareUnits(const Analysis& analysis, const Rule& rule, RelationSink& sink);          // unit_clash.cc
void CompareHedges(const Analysis& analysis, const Rule& rule, RelationSink& sink);         // hedge.cc
void CompareCertainties(const Analysis& analysis, const Rule& rule, RelationSink& sink);    // certainty.cc
void CompareLabels(const Analysis& analysis, const Rule& rule, RelationSink& sink);         // label.cc
void CompareMisplaced(const Analysis& analysis, const Rule& rule, RelationSink& sink);      // misplaced.cc
void ComparePlacesAligned(const Analysis& analysis, const Rule& rule, RelationSink& sink);  // aligned_places.cc
void CompareVerbatim(const Analysis& analysis, const Rule& rule, RelationSink& sink);       // verbatim.cc
void CompareValuesAligned(const Analysis& analysis, const Rule& rule, RelationSink& sink);  // aligned_values.cc
void CompareTolls(const Analysis& analysis, const Rule& rule, RelationSink& sink);          // toll.cc
void CompareRanks(const Analysis& analysis, const Rule& rule, RelationSink& sink);          // ranks.cc

}  // namespace crosscheck

#endif  // CROSSCHECK_COMPARE_DETECTORS_H_
