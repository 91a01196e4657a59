#include <doctest/doctest.h>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "crosscheck/document.h"
#include "unit/document/office_files.h"
#include "unit/document/outline.h"

namespace crosscheck {

namespace {

std::string ErrorOf(std::string bytes) { return WhyUnread("wire.pdf", std::move(bytes)); }

}  // namespace

TEST_CASE("the lines of a PDF are joined to paragraphs, and places are page and line") {
  const absl::StatusOr<Document> read = ReadFileBytes(
      "wire.pdf", MakePdf({
                      {{72, 760, 9, "The Brell Reed"},
                       {72, 700, 20, "Ferry sinks off Brell"},
                       {72, 660, 12, "The ferry sank on Monday off the harbour and thirty people were res-"},
                       {72, 645, 12, "cued by the coast guard, which said that divers would go on looking for"},
                       {72, 630, 12, "twelve others."},
                       {72, 600, 12, "Repairs of the pier will cost $5 million, the harbour master said on the"},
                       {300, 40, 9, "1"}},
                      {{72, 760, 9, "The Brell Reed"}, {72, 700, 12, "same day of the accident."}, {300, 40, 9, "2"}},
                  }));
  REQUIRE_MESSAGE(read.ok(), read.status().message());
  CHECK(
      Outline(*read) ==
      "title: Ferry sinks off Brell\n"
      "paragraph: The ferry sank on Monday off the harbour and thirty people were rescued by the coast guard, which "
      "said "
      "that divers would go on looking for twelve others.\n"
      "paragraph: Repairs of the pier will cost $5 million, the harbour master said on the same day of the accident.\n"
      "boilerplate: The Brell Reed\nboilerplate: 1\nboilerplate: The Brell Reed\nboilerplate: 2");
  CHECK(PlaceOf(*read, "$5 million") == "page 1, line 6");
  CHECK(PlaceOf(*read, "same day") == "page 2, line 2");
  CHECK(read->notes().empty());
}

TEST_CASE("pages of a PDF without text are noted, and a PDF without any is not read") {
  const absl::StatusOr<Document> read =
      ReadFileBytes("wire.pdf", MakePdf({{}, {{72, 700, 12, "The ferry sank."}}, {}}));
  REQUIRE(read.ok());
  REQUIRE(read->notes().size() == 1);
  CHECK(read->notes()[0] == "no text on pages 1, 3: what stands there was not read");
  CHECK(ErrorOf(MakePdf({{}})) == "has no text layer: its pages are pictures or empty");
}

TEST_CASE("a hostile PDF is refused with a reason") {
  const std::string good = MakePdf({{{72, 700, 12, "The ferry sank."}}});
  CHECK(ErrorOf(MakePdf({{{72, 700, 12, "The ferry sank."}}}, true)) == "is encrypted: it opens only with a password");
  CHECK(ErrorOf("") == "is empty");
  CHECK(ErrorOf("The ferry sank.") == "is no PDF");
  CHECK(absl::StrContains(ErrorOf(good.substr(0, good.size() / 2)), "its end is missing"));
  CHECK(absl::StrContains(ErrorOf("%PDF-1.4\nnothing\n%%EOF\n"), "is a broken PDF"));
  for (size_t at = 0; at < good.size(); at += 5) {
    CAPTURE(at);
    std::string changed = good;
    changed[at] = static_cast<char>(changed[at] ^ 0x15);
    CheckReadOrRefused("wire.pdf", changed);
  }
}

}  // namespace crosscheck
