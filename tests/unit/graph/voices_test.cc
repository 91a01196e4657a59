#include "graph/voices.h"

#include <doctest/doctest.h>

#include "graph/versions.h"
#include "graph_samples.h"

namespace crosscheck {
namespace {

const char* const kRelease =
    "The harbour board will close the north quay for eleven weeks from the second of March while the old piles are "
    "drawn and new ones are driven. Ferries will leave from the fish dock instead, and the last boat of the day will "
    "sail at a quarter past nine. The board put the cost of the works at four million crowns, to be paid from the "
    "reserve that was set aside after the storm.";
const char* const kOwnWords =
    "Travellers must walk an extra half mile this spring, because repairs shut their usual landing. Nobody at the "
    "terminal had been told when we asked on Monday, and a coffee seller said she would lose the season. The job is "
    "expected to cost about four million crowns according to people who saw the plan.";

DocumentEntry Read(const std::string& path, const std::string& text, const std::string& publisher = "") {
  DocumentEntry entry;
  entry.info.path = path;
  entry.info.publisher = publisher;
  absl::StatusOr<Document> document = Document::FromText(entry.info, text);
  REQUIRE(document.ok());
  entry.document = *std::move(document);
  return entry;
}

void Find(std::vector<DocumentEntry>& documents) {
  const std::vector<Wording> wordings = WordingsOf(documents);
  FindVersions(wordings, documents);
  FindVoices(wordings, documents);
}

TEST_CASE("a text that takes most of its words from another is one voice with it, and the shares are told both ways") {
  std::vector<DocumentEntry> documents = {
      Read("release.txt", kRelease), Read("own.txt", kOwnWords),
      Read("copy.txt", std::string("What you need to know about the quay this spring, in brief.\n\n") + kRelease)};
  documents[0].info.kind = "primary";
  Find(documents);
  CHECK(documents[0].voice == 0);
  CHECK(documents[1].voice == 1);
  CHECK(documents[2].voice == 0);
  CHECK(CountVoices(documents, {0, 1, 2}) == 2);
  CHECK(documents[0].derived_from.empty());
  REQUIRE(documents[2].derived_from.size() == 1);
  CHECK(documents[2].derived_from[0].document == 0);
  CHECK(documents[2].derived_from[0].source_share == 100);
  CHECK(documents[2].derived_from[0].text_share > 80);
  CHECK(documents[2].derived_from[0].text_share < 100);
}

TEST_CASE("the earlier text is the source, and the manifest has the last word") {
  std::vector<DocumentEntry> documents = {Read("late.txt", kRelease), Read("early.txt", kRelease)};
  documents[0].info.published = absl::CivilDay(2026, 3, 2);
  documents[1].info.published = absl::CivilDay(2026, 3, 1);
  Find(documents);
  CHECK(documents[0].derived_from.size() == 1);
  CHECK(documents[1].derived_from.empty());

  documents[0].info.independent = true;
  documents[1].info.independent = true;
  Find(documents);
  CHECK(documents[0].voice != documents[1].voice);

  std::vector<DocumentEntry> said = {Read("a.txt", kRelease), Read("b.txt", kOwnWords)};
  said[0].info.derived_from = {"b.txt"};
  Find(said);
  CHECK(said[0].voice == said[1].voice);
  CHECK(said[0].derived_from[0].why == "the manifest says so");
}

TEST_CASE("a shared speech makes no copy; a credit makes one of a text that was rewritten in part") {
  const std::string speech =
      "\"We have waited nine years for this quay and we shall not wait for a tenth, whatever the bank may say to us,\" "
      "the chair of the board said. ";
  std::vector<DocumentEntry> documents = {Read("a.txt", speech + kRelease), Read("b.txt", speech + kOwnWords)};
  Find(documents);
  CHECK(documents[0].voice != documents[1].voice);

  const std::string third =
      "The board put the cost of the works at four million crowns, to be paid from the reserve that was set aside "
      "after "
      "the storm. ";
  std::vector<DocumentEntry> credited = {Read("wire.txt", kRelease, "Northwire"),
                                         Read("paper.txt", third + kOwnWords, "The Skerry Post")};
  Find(credited);
  CHECK(credited[0].voice != credited[1].voice);
  credited[1] = Read("paper.txt", third + kOwnWords + "\n\nWith reporting by Northwire.", "The Skerry Post");
  Find(credited);
  CHECK(credited[0].voice == credited[1].voice);
  CHECK(credited[1].derived_from.size() == 1);
}

TEST_CASE("headlines say what version they stand over") {
  struct Case {
    const char* headline;
    int version;
  };
  const Case cases[] = {
      {"Harbour board closes quay", 0},      {"CORRECTED-Harbour board closes quay", 1},
      {"Correction: Harbour closes", 1},     {"UPDATE 1-Harbour board closes quay", 1},
      {"UPDATE 3 - Harbour closes", 3},      {"REFILE-Harbour board closes quay", 1},
      {"Harbour closes (corrected)", 1},     {"Correction in shares deepens", 0},
      {"Update your records, says bank", 0}, {"", 0},
  };
  for (const Case& c : cases) {
    CAPTURE(c.headline);
    CHECK(VersionOf(c.headline) == c.version);
  }
}

TEST_CASE("a corrected text replaces the one that it corrects, the last version all before it") {
  const std::string body = std::string("\n\n") + kRelease + "\n";
  std::vector<DocumentEntry> documents = {Read("v1.md", "# Quay to close" + body, "Northwire"),
                                          Read("v2.md", "# UPDATE 1-Quay to close" + body, "Northwire"),
                                          Read("v3.md", "# UPDATE 2-Quay to close" + body, "Northwire"),
                                          Read("other.md", "# CORRECTED-Quay to close" + body, "The Skerry Post"),
                                          Read("own.md", std::string("# Quay\n\n") + kOwnWords, "Northwire")};
  Find(documents);
  CHECK(documents[0].replaced_by == 2U);
  CHECK(documents[1].replaced_by == 2U);
  CHECK_FALSE(documents[2].replaced_by.has_value());
  CHECK_FALSE(documents[3].replaced_by.has_value());
  CHECK_FALSE(documents[4].replaced_by.has_value());
}

TEST_CASE("supersedes of a manifest replaces; a draft is never replaced; a circle ends") {
  std::vector<DocumentEntry> documents = {Read("a.txt", kRelease), Read("b.txt", kOwnWords), Read("d.txt", kRelease)};
  documents[1].info.supersedes = {"a.txt", "d.txt"};
  documents[2].info.role = Role::kDraft;
  Find(documents);
  CHECK(documents[0].replaced_by == 1U);
  CHECK_FALSE(documents[2].replaced_by.has_value());
  documents[0].info.supersedes = {"b.txt"};
  documents[0].replaced_by.reset();
  Find(documents);
  CHECK_FALSE(documents[0].replaced_by.has_value());
  CHECK_FALSE(documents[1].replaced_by.has_value());
}

TEST_CASE("of one story of an agency the latest version counts, and one that is taken back takes the others with it") {
  const auto version = [](const std::string& path, int64_t number) {
    DocumentEntry entry = Read(path, number % 2 == 0 ? kRelease : kOwnWords, "Wire");
    entry.info.story_id = "urn:wire:quay";
    entry.info.version = number;
    return entry;
  };
  std::vector<DocumentEntry> documents = {version("2.txt", 2), version("3.txt", 3), version("1.txt", 1),
                                          version("other.txt", 9), version("draft.txt", 4)};
  documents[3].info.publisher = "Another wire";
  documents[4].info.role = Role::kDraft;
  Find(documents);
  CHECK(documents[0].replaced_by == 1U);
  CHECK(documents[2].replaced_by == 1U);
  for (const size_t i : {1, 3, 4}) CHECK_FALSE(documents[i].replaced_by.has_value());
  documents = {version("1.txt", 1), version("2.txt", 2)};
  documents[1].info.withdrawn = true;
  documents[1].status = "withdrawn";
  Find(documents);
  CHECK(documents[0].replaced_by == 1U);
  documents = {version("a.txt", 0), version("b.txt", 0)};
  Find(documents);
  CHECK_FALSE((documents[0].replaced_by.has_value() || documents[1].replaced_by.has_value()));
  documents[0].info.published = absl::CivilDay(2026, 3, 2);
  documents[1].info.published = absl::CivilDay(2026, 3, 1);
  Find(documents);
  CHECK(documents[1].replaced_by == 0U);
}

}  // namespace
}  // namespace crosscheck
