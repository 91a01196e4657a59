#ifndef CROSSCHECK_COMPARE_QUOTE_RESTATED_H_
#define CROSSCHECK_COMPARE_QUOTE_RESTATED_H_

#include "claim/analysis.h"
#include "compare/quote_report.h"
#include "compare/speech.h"

namespace crosscheck {

// One statement inside quotation marks in two documents, in different words: a translation done twice, a paraphrase
// that kept the marks. `likeness`, in [0, 1], is the share of telling words that both have in one order.
void FindRestatements(const Analysis& analysis, const Speech& speech, double likeness, QuoteReporter& report);

}  // namespace crosscheck

#endif  // CROSSCHECK_COMPARE_QUOTE_RESTATED_H_
