#ifndef CROSSCHECK_REPORT_PICTURE_TEXT_H_
#define CROSSCHECK_REPORT_PICTURE_TEXT_H_

#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "crosscheck/report.h"
#include "graph/picture.h"

namespace crosscheck {

// DrawPicture with labels that may go anywhere: without control characters, markers of direction and invalid UTF-8.
Picture PrintablePicture(const Report& report, Severity show_from);

// A value of a finding on the day of its document.
struct TimelineEntry {
  absl::CivilDay day;
  char position = 'A';
  std::string value;  // printable
  std::string name;   // of the document, printable
  DocumentIndex document = 0;
  bool draft = false;
};
// The claims of a finding whose documents have a day, by day, then in the order of positions.
std::vector<TimelineEntry> TimelineOf(const Report& report, const Finding& finding);

// "deaths of fire", or what else names the question of a finding in a few words; printable.
std::string QuestionOf(const Finding& finding);

}  // namespace crosscheck

#endif  // CROSSCHECK_REPORT_PICTURE_TEXT_H_
