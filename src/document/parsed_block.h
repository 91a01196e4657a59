#ifndef CROSSCHECK_DOCUMENT_PARSED_BLOCK_H_
#define CROSSCHECK_DOCUMENT_PARSED_BLOCK_H_

#include <cstdint>
#include <vector>

#include "crosscheck/document.h"

namespace crosscheck {

enum class Emphasis : uint8_t { kNone, kBold, kItalic };

// A block as a parser hands it on, with what the zones are decided by.
struct ParsedBlock {
  Block block;
  bool settled = false;                 // the markup says what it is; the words do not change its zone
  Emphasis emphasis = Emphasis::kNone;  // all of the block stands in it
  bool close = false;                   // plain text: no empty line before it
  std::vector<size_t> breaks;           // offsets in the text of the spaces that stand for line breaks
};

// The part `span` of `block`'s text as a block of its own, without spaces at its ends; zone and cell are kept,
// quotes are not.
Block SubBlock(const Block& block, TextSpan span);

}  // namespace crosscheck

#endif  // CROSSCHECK_DOCUMENT_PARSED_BLOCK_H_
