#ifndef CROSSCHECK_DOCUMENT_LINE_SHAPES_H_
#define CROSSCHECK_DOCUMENT_LINE_SHAPES_H_

#include <optional>
#include <vector>

#include "absl/strings/string_view.h"
#include "crosscheck/text_span.h"

namespace crosscheck {

// The shapes that a line (or the text of a block) may have. Offsets are into the text given.

// "- ", "• ", "1. ", "2) ": the size of the item's mark and the spaces after it, 0 where there is none.
size_t BulletSize(absl::string_view line);

// "Depth: 28 km", "Public safety ..... $612 million".
struct LabelledValue {
  TextSpan label;
  TextSpan value;
  bool leader = false;  // dots lead from the one to the other
  bool figure = false;  // the value holds a digit
};
std::optional<LabelledValue> FindLabelledValue(absl::string_view text);

// "HOST: …", "Tomás Rey, CFO: …", "Q. …": a label that may name who speaks, with words after it.
struct SpeechLabel {
  TextSpan name;          // "Tomás Rey"
  TextSpan label;         // "Tomás Rey, CFO"
  size_t words = 0;       // where the speech begins
  bool question = false;  // Q. and A.
};
std::optional<SpeechLabel> FindSpeechLabel(absl::string_view text);

// "14:05 — …", "2:05 p.m. - …": the time that an entry of a live blog begins with.
struct TimeStamp {
  TextSpan stamp;
  size_t words = 0;  // where the entry begins; the end of the text where there is none
};
std::optional<TimeStamp> FindTimeStamp(absl::string_view text);

// The fields of a line set in columns: by tabs, two spaces or more, or '|'. One field where it has no columns.
std::vector<TextSpan> SplitColumns(absl::string_view line);

}  // namespace crosscheck

#endif  // CROSSCHECK_DOCUMENT_LINE_SHAPES_H_
