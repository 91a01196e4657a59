#include "report/picture_text.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "report/printable.h"

namespace crosscheck {

Picture PrintablePicture(const Report& report, Severity show_from) {
  Picture picture = DrawPicture(report, show_from);
  const auto clean = [](std::string& label) {
    std::vector<std::string> lines = absl::StrSplit(label, '\n');
    for (std::string& line : lines) line = Printable(line);
    label = absl::StrJoin(lines, "\n");
  };
  for (PictureNode& node : picture.nodes) clean(node.label);
  for (PictureEdge& edge : picture.edges) clean(edge.label);
  return picture;
}

std::vector<TimelineEntry> TimelineOf(const Report& report, const Finding& finding) {
  using Key = std::tuple<absl::CivilDay, size_t, DocumentIndex, std::string>;
  std::set<Key> entries;  // a document that says a thing twice says it once here
  for (size_t i = 0; i < finding.positions.size(); ++i) {
    for (const ClaimIndex index : finding.positions[i].claims) {
      const Claim& claim = report.claims[index];
      const std::optional<absl::CivilDay>& day = report.documents[claim.document].info.published;
      if (day) entries.insert({*day, i, claim.document, Printable(claim.value.text)});
    }
  }
  std::vector<TimelineEntry> timeline;
  for (const auto& [day, position, document, value] : entries) {
    const DocumentInfo& info = report.documents[document].info;
    timeline.push_back({day, static_cast<char>('A' + position % 26), value, Printable(info.path), document,
                        info.role == Role::kDraft});
  }
  return timeline;
}

std::string QuestionOf(const Finding& finding) {
  if (finding.attribute.empty()) return Printable(finding.rule);
  if (finding.subject.empty()) return Printable(finding.attribute);
  return Printable(absl::StrCat(finding.attribute, " of ", finding.subject));
}

}  // namespace crosscheck
