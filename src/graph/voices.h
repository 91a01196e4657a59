#ifndef CROSSCHECK_GRAPH_VOICES_H_
#define CROSSCHECK_GRAPH_VOICES_H_

#include <vector>

#include "crosscheck/report.h"
#include "graph/wording.h"

namespace crosscheck {

// Finds which documents were taken from others, and so which are one voice. Sets `derived_from` and `voice` of each
// entry; voices are numbered from 0 in the order of their first documents.
//
// A document is taken from another when half of its wording stands there, or a fifth where it credits the other's
// publisher or both credit one agency, or when the manifest says so; a document with `independent` is taken from none.
// Which of the two is the copy: what the manifest and the credits say, then the later day, then the one that is more
// nearly contained in the other, then the later in the dossier. `wording` has a member for each entry.
void FindVoices(const std::vector<Wording>& wording, std::vector<DocumentEntry>& documents);

// WordingOf each document that was read; empty for the others.
std::vector<Wording> WordingsOf(const std::vector<DocumentEntry>& documents);

// How many voices `documents` (indices) are.
int CountVoices(const std::vector<DocumentEntry>& all, const std::vector<DocumentIndex>& documents);

}  // namespace crosscheck

#endif  // CROSSCHECK_GRAPH_VOICES_H_
