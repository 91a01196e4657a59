#ifndef CROSSCHECK_CLAIM_NAMES_H_
#define CROSSCHECK_CLAIM_NAMES_H_

#include "claim/analysis.h"

namespace crosscheck {

// Finds the capitalised names of every document, joins full names, surnames and short forms to one entity over the
// dossier, and fills Analysis::entities and Sentence::names. Words, hits and values must be there already. Linear in
// the text.
void FindNames(Analysis& analysis);

}  // namespace crosscheck

#endif  // CROSSCHECK_CLAIM_NAMES_H_
