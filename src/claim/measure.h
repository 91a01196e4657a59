#ifndef CROSSCHECK_CLAIM_MEASURE_H_
#define CROSSCHECK_CLAIM_MEASURE_H_

#include "claim/analysis.h"

namespace crosscheck {

// What each value of a document measures, by the nearest phrase of the lexicon "measures" that can belong to it, and
// whether it is a level or a change of one. Fills Frame::measure; the frames' other parts are not read.
void FillMeasures(const Analysis& analysis, DocumentAnalysis& document);

enum class MeasureFit { kUnknown, kSame, kOther };

// Whether two figures measure one thing: kUnknown where no word says of one of them; kOther for two measures, and for a
// level and a change.
MeasureFit FitOf(const Measure& a, const Measure& b);

}  // namespace crosscheck

#endif  // CROSSCHECK_CLAIM_MEASURE_H_
