#ifndef CROSSCHECK_FINDING_REMARKS_H_
#define CROSSCHECK_FINDING_REMARKS_H_

#include "crosscheck/report.h"

namespace crosscheck {

// What reading noticed in the documents, as remarks of the report.
void AddReadingRemarks(Report& report);

// What reading noticed, and what is odd about a check that found nothing to hold on to: a long draft without a claim, a
// draft without a source, a document alone. Appends to the report's remarks.
void AddCheckRemarks(Report& report);

// By path, place, kind, message.
void SortRemarks(Report& report);

// Appends the documents, claims and findings of a dossier to those of others. What is said of one dossier's documents
// is said of the same ones after it. `from` is left empty.
void AppendReport(Report&& from, Report& into);

}  // namespace crosscheck

#endif  // CROSSCHECK_FINDING_REMARKS_H_
