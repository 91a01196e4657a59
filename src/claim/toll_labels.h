#ifndef CROSSCHECK_CLAIM_TOLL_LABELS_H_
#define CROSSCHECK_CLAIM_TOLL_LABELS_H_

#include <optional>

#include "claim/analysis.h"

namespace crosscheck {

// The toll of a row or line that has a label instead of a sentence: "Deaths | 1", "Injured: 12", "People missing   3".
// The label must say what befell whom and nothing else ("new deaths", "deaths in the north" are of a part), and of
// several columns only one that is a total counts. nullopt for every other sentence.
std::optional<Toll> ReadTollLabel(const Analysis& analysis, const DocumentAnalysis& document, uint32_t sentence);

}  // namespace crosscheck

#endif  // CROSSCHECK_CLAIM_TOLL_LABELS_H_
