// What the pictures show, in words: who says what, who stands with whom, and when.
#include <algorithm>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "report/picture_text.h"
#include "report/printable.h"
#include "report/report_format.h"

namespace crosscheck {

namespace {

class OutlineWriter {
 public:
  OutlineWriter(const Report& report, const ReportOptions& options, std::string& out)
      : report_(report), options_(options), out_(out) {}

  void Write() {
    Put("documents\n");
    for (const DocumentEntry& entry : report_.documents) WriteDocument(entry);
    for (const Finding& finding : report_.findings) {
      if (finding.severity >= options_.show_from) WriteFinding(finding);
    }
    Put("key: A, B, … are positions: claims that can all be true together; a voice is documents that are copies of one "
        "another\n");
  }

 private:
  template <typename... Parts>
  void Put(const Parts&... parts) {
    absl::StrAppend(&out_, parts...);
  }

  std::string PathOf(DocumentIndex document) const { return Printable(report_.documents[document].info.path); }

  void WriteDocument(const DocumentEntry& entry) {
    const DocumentInfo& info = entry.info;
    Put("  ", Printable(info.path), info.role == Role::kDraft ? " (draft)" : "", info.publisher.empty() ? "" : "  ",
        Printable(info.publisher), info.published ? "  " : "",
        info.published ? absl::FormatCivilTime(*info.published) : "",
        entry.status == "read" ? "" : absl::StrCat("  ", entry.status), "\n");
    for (const Derivation& one : entry.derived_from) {
      Put("    taken from ", PathOf(one.document), ": ", Printable(one.why), "\n");
    }
    if (entry.replaced_by) Put("    replaced by ", PathOf(*entry.replaced_by), "\n");
  }

  void WriteFinding(const Finding& finding) {
    Put("\n", QuestionOf(finding), "  (", SeverityName(finding.severity), " ", finding.kind, ")\n");
    std::vector<std::string> letters;
    for (size_t i = 0; i < finding.positions.size(); ++i) {
      letters.emplace_back(1, static_cast<char>('A' + i % 26));
      WritePosition(finding.positions[i], letters.back());
    }
    Put("  ", absl::StrJoin(letters, " against "), "\n");
    const std::vector<TimelineEntry> timeline = TimelineOf(report_, finding);
    if (timeline.empty()) return;
    Put("  by day\n");
    for (const TimelineEntry& entry : timeline) {
      Put("    ", absl::FormatCivilTime(entry.day), "  ", std::string(1, entry.position), "  ", entry.value, "  ",
          entry.name, entry.draft ? " (draft)" : "", "\n");
    }
  }

  void WritePosition(const Position& position, const std::string& letter) {
    Put("  ", letter, "  ", Printable(position.value.text), "  ", position.documents.size(),
        position.documents.size() == 1 ? " document, " : " documents, ", position.voices,
        position.voices == 1 ? " voice\n" : " voices\n");
    for (const ClaimIndex index : position.claims) {
      const Claim& claim = report_.claims[index];
      const bool bridges = std::binary_search(position.bridging.begin(), position.bridging.end(), index);
      Put("     ", PlaceOf(report_, claim), "  ", Printable(claim.value.text),
          bridges ? "  fits another position too" : "", "\n");
    }
  }

  const Report& report_;
  const ReportOptions& options_;
  std::string& out_;
};

}  // namespace

void WriteOutline(const Report& report, const ReportOptions& options, std::string& out) {
  OutlineWriter(report, options, out).Write();
}

void WriteDot(const Report& report, const ReportOptions& options, std::string& out) {
  absl::StrAppend(&out, DotOf(PrintablePicture(report, options.show_from)));
}

}  // namespace crosscheck
