#ifndef CROSSCHECK_DOCUMENT_STORY_H_
#define CROSSCHECK_DOCUMENT_STORY_H_

#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/time/civil_time.h"
#include "document/formats.h"

namespace crosscheck {

// A story as feeds, agencies and mails send it, put together from its parts: headline, byline, body.
class Story {
 public:
  // One line, of zone `zone`; `where` leads a person to it: "headline". Empty text adds nothing.
  void AddLine(absl::string_view where, Zone zone, absl::string_view text);
  // Paragraphs of plain text. Those of zone boilerplate are no part of the story.
  void AddText(absl::string_view where, absl::string_view text, bool boilerplate = false);
  // A page or a fragment of HTML.
  void AddHtml(absl::string_view where, absl::string_view html);

  bool empty() const { return parts_.empty(); }

  std::string id;  // of a story of several in one file; "" = none
  StatedInfo stated;
  std::vector<std::string> notes;  // see Document::notes

  // What Document reads. kInvalidArgument where it holds no text.
  absl::StatusOr<ExtractedText> Extract() const;

 private:
  enum class Kind : uint8_t { kLine, kText, kBoilerplate, kHtml };
  struct Part {
    Kind kind;
    std::string where;
    Zone zone;
    std::string text;
  };
  void Add(Kind kind, absl::string_view where, Zone zone, absl::string_view text);

  std::vector<Part> parts_;
};

// The stories of one file, as Document reads them: their ids told apart, those without text left out and said.
absl::StatusOr<std::vector<ExtractedText>> ExtractStories(std::vector<Story> stories);

// The day of "2025-07-15T09:30:00+02:00", "20250715T093000Z" or "Tue, 15 Jul 2025 09:30:00 GMT": the one that stands
// there, in whatever zone.
std::optional<absl::CivilDay> StatedDay(absl::string_view text);

// Whether the status of a story ("canceled", "withheld", "killed", …) takes it back.
bool IsWithdrawnStatus(absl::string_view status);

}  // namespace crosscheck

#endif  // CROSSCHECK_DOCUMENT_STORY_H_
