#ifndef CROSSCHECK_DOCUMENT_LABELS_H_
#define CROSSCHECK_DOCUMENT_LABELS_H_

#include <vector>

#include "document/parsed_block.h"

namespace crosscheck {

// "Label: value" and "Label ..... value" lines become two cells of a table, where dots lead to the value, the value is
// a figure, or lines of this kind stand together. `tables` counts the tables so far.
void SplitLabelledValues(int& tables, std::vector<ParsedBlock>& blocks);

// In a transcript (labels repeat), sets Block::speaker and takes the label out of the speech; the label stays as a
// byline block of its own where it says more than the name ("Tomás Rey, CFO").
void SplitSpeeches(std::vector<ParsedBlock>& blocks);

// The time that an entry of a live blog begins with becomes a byline block of its own.
void SplitTimeStamps(std::vector<ParsedBlock>& blocks);

}  // namespace crosscheck

#endif  // CROSSCHECK_DOCUMENT_LABELS_H_
