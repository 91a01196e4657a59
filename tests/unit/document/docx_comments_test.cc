#include "document/docx_comments.h"

#include <doctest/doctest.h>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "crosscheck/document.h"
#include "document/zip_file.h"
#include "unit/document/office_files.h"
#include "unit/document/outline.h"

namespace crosscheck {

namespace {

Document ReadDraft(const std::string& bytes) {
  absl::StatusOr<Document> document = ReadFileBytes("draft.docx", bytes);
  REQUIRE_MESSAGE(document.ok(), document.status().message());
  return *std::move(document);
}

TextSpan Words(const Document& document, absl::string_view words) {
  const size_t at = document.text().find(words);
  REQUIRE(at != absl::string_view::npos);
  return {at, at + words.size()};
}

std::string Part(absl::string_view bytes, const std::string& name) {
  absl::StatusOr<ZipFile> zip = ZipFile::Open(bytes);
  REQUIRE(zip.ok());
  return zip->Read(name)->value_or("");
}

std::string Commented(const std::string& bytes, const std::vector<absl::string_view>& words) {
  const Document document = ReadDraft(bytes);
  std::vector<DocxComment> comments;
  for (const absl::string_view one : words) comments.push_back({Words(document, one), {"first <line>", "second"}});
  const absl::StatusOr<std::string> copy = AddDocxComments(bytes, comments, absl::CivilDay(2026, 11, 26));
  REQUIRE_MESSAGE(copy.ok(), copy.status().message());
  CHECK(ReadDraft(*copy).text() == document.text());
  return *copy;
}

// The words between the marks of a comment.
std::string Marked(absl::string_view bytes, int id) {
  const std::string xml = Part(bytes, "word/document.xml");
  const size_t begin = xml.find(absl::StrCat("<w:commentRangeStart w:id=\"", id, "\"/>"));
  const size_t end = xml.find(absl::StrCat("<w:commentRangeEnd w:id=\"", id, "\"/>"));
  CHECK(xml.find(absl::StrCat("<w:commentReference w:id=\"", id, "\"/>")) != std::string::npos);
  REQUIRE(begin < end);
  std::string out;
  for (size_t at = begin; (at = xml.find("<w:t", at)) < end;) {
    if (xml[at + 4] != '>' && xml[at + 4] != ' ') {
      ++at;
      continue;
    }
    at = xml.find('>', at) + 1;
    out += xml.substr(at, xml.find('<', at) - at);
  }
  return out;
}

}  // namespace

TEST_CASE("comments stand on the exact words of a .docx, and no other entry changes") {
  const std::string draft = MakeDocx(
      "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">The ferry sank on </w:t><w:tab/><w:t>Monday, "
      "caf\u00E9 "
      "said</w:t></w:r><w:ins w:id=\"7\"><w:r><w:t xml:space=\"preserve\"> of $5 </w:t></w:r></w:ins>"
      "<w:hyperlink><w:r><w:t>million.</w:t></w:r></w:hyperlink></w:p>",
      {{"styles", ""}, {"header1", ParagraphXml("For release")}});
  const std::string copy =
      Commented(draft, {"Monday", "ferry sank", "$5 million", "said", "ferry", "The ferry sank on \tMonday"});
  CHECK(Marked(copy, 0) == "Monday");
  CHECK(Marked(copy, 1) == "ferry sank");
  CHECK(Marked(copy, 2) == "$5 million");
  CHECK(Marked(copy, 3) == "said");
  CHECK(Marked(copy, 4) == "ferry");
  CHECK(Marked(copy, 5) == "The ferry sank on Monday");
  for (const char* name : {"word/styles.xml", "word/header1.xml", "_rels/.rels"}) {
    CAPTURE(name);
    CHECK(Part(copy, name) == Part(draft, name));
  }
  const std::string comments = Part(copy, "word/comments.xml");
  CHECK(absl::StrContains(comments, "first &lt;line&gt;"));
  CHECK(absl::StrContains(comments, "w:date=\"2026-11-26T00:00:00Z\""));
  CHECK(absl::StrContains(Part(copy, "[Content_Types].xml"), "/word/comments.xml"));
  CHECK(absl::StrContains(Part(copy, "word/_rels/document.xml.rels"), "rIdCrosscheckComments"));
  CHECK(Commented(draft, {"Monday"}) == Commented(draft, {"Monday"}));
}

TEST_CASE("comments that a .docx has already stay, and words of notes are marked where the body refers to them") {
  const std::string draft =
      MakeDocx("<w:p><w:r><w:t>It sank.</w:t></w:r><w:r><w:footnoteReference w:id=\"2\"/></w:r></w:p>",
               {{"footnotes", "<w:footnote w:id=\"2\">" + ParagraphXml("Without tax of $9.") + "</w:footnote>"},
                {"comments", "<w:comment w:id=\"4\" w:author=\"Desk\">" + ParagraphXml("check") + "</w:comment>"}});
  const std::string copy = Commented(draft, {"$9", "sank"});
  CHECK(Marked(copy, 5).empty());
  CHECK(Marked(copy, 6) == "sank");
  CHECK(absl::StrContains(Part(copy, "word/comments.xml"), "w:author=\"Desk\""));
  CHECK(Part(copy, "word/footnotes.xml") == Part(draft, "word/footnotes.xml"));
  CHECK(Part(copy, "[Content_Types].xml") == Part(draft, "[Content_Types].xml"));
}

TEST_CASE("without a comment the copy of a .docx is the same bytes, and what is no .docx is refused") {
  const std::string draft = MakeDocx(ParagraphXml("It sank."));
  CHECK(*AddDocxComments(draft, {}, absl::CivilDay(2026, 11, 26)) == draft);
  CHECK(!AddDocxComments("It sank.", {}, absl::CivilDay(2026, 11, 26)).ok());
}

}  // namespace crosscheck
