#ifndef CROSSCHECK_REPORT_TEXT_POSITIONS_H_
#define CROSSCHECK_REPORT_TEXT_POSITIONS_H_

#include <string>

#include "absl/strings/string_view.h"
#include "crosscheck/report.h"

namespace crosscheck {

// "2 documents, 1 voice" of a position.
std::string VoicesOf(const Position& position);

// How the positions of a finding are laid out in text for people.
struct PositionStyle {
  absl::string_view strong, plain;  // switch bold on and off; "" = nothing stands out
  size_t width = 0;                 // columns of the terminal; 0 = as wide as it takes, one position below the other
};

// Writes what each position of a finding says and where: beside one another where `style.width` has room for all of
// them, else one below the other.
void AppendPositions(const Report& report, const Finding& finding, const PositionStyle& style, std::string& out);

}  // namespace crosscheck

#endif  // CROSSCHECK_REPORT_TEXT_POSITIONS_H_
