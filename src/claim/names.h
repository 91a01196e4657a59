#ifndef CROSSCHECK_CLAIM_NAMES_H_
#define CROSSCHECK_CLAIM_NAMES_H_

#include "claim/analysis.h"

namespace crosscheck {

// Finds the capitalised names of every document, joins full names, surnames and short forms to one entity over the
// dossier, and fills Analysis::entities and Sentence::names. Words, hits and values must be there already. Linear in
// the text.
void FindNames(Analysis& analysis);

// The letters of a word of a name that decide whether two spellings are one name: lower case, without accents,
// strokes, ligatures, apostrophes and full stops ("Sørensen" -> sorensen, "A'naiya" -> anaiya).
std::string NameLetters(absl::string_view word);

}  // namespace crosscheck

#endif  // CROSSCHECK_CLAIM_NAMES_H_
