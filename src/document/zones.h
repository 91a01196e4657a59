#ifndef CROSSCHECK_DOCUMENT_ZONES_H_
#define CROSSCHECK_DOCUMENT_ZONES_H_

#include <vector>

#include "document/parsed_block.h"

namespace crosscheck {

// What the parser could not know from markup. With kLines short lines may be titles and headings.
enum class Layout : uint8_t { kLines, kMarkup };

// Splits blocks of labelled lines, speeches and time-stamped entries, then gives each block that the markup did not
// settle its zone: from its place, its shape and its words. `tables` counts the tables so far.
void AssignZones(Layout layout, int tables, std::vector<ParsedBlock>& blocks);

}  // namespace crosscheck

#endif  // CROSSCHECK_DOCUMENT_ZONES_H_
