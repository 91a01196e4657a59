#include "crosscheck/document.h"

namespace crosscheck {

absl::string_view Document::SegmentText(const Segment& segment) const {
  return absl::string_view(blocks_[segment.block].text).substr(segment.span.begin, segment.span.size());
}

TextSpan Block::ToDocument(TextSpan in_block) const { return in_block; }

}  // namespace crosscheck
