#include "compare/detectors.h"

namespace crosscheck {

absl::Span<const Detector> Detectors() {
  static constexpr Detector kDetectors[] = {
      {"values", CompareValuesAligned},
      {"polarity", ComparePolarities},
      {"sign", CompareSigns},
      {"relation", ComparePlaces},
      {"precedes", CompareOrders},
      {"sequence", CompareSequences},
      {"lifetimes", CompareLifetimes},
      {"spelling", CompareSpellings},
      {"qualifier", CompareQualifiers},
      {"quote", CompareQuotes},
      {"speaker", CompareSpeakers},
      {"exclusive", CompareExclusives},
      {"identity", CheckIdentities},
      {"weekday", CompareWeekdays},
      {"event_times", CompareEventTimes},
      {"ages", CompareAges},
      {"units", CompareUnits},
      {"hedge", CompareHedges},
      {"certainty", CompareCertainties},
      {"label", CompareLabels},
      {"misplaced", CompareMisplaced},
      {"places", ComparePlacesAligned},
      {"verbatim", CompareVerbatim},
      {"toll", CompareTolls},
      {"ranks", CompareRanks},
  };
  return kDetectors;
}

}  // namespace crosscheck
