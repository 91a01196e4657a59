#include "unit/document/office_files.h"

#include <doctest/doctest.h>
#include <zip.h>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/strip.h"

namespace crosscheck {

namespace {

constexpr absl::string_view kW = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
constexpr absl::string_view kKinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
constexpr absl::string_view kRelations =
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";

std::string RootOf(absl::string_view part) {
  if (absl::StartsWith(part, "header")) return "hdr";
  if (absl::StartsWith(part, "footer")) return "ftr";
  return std::string(part);
}

}  // namespace

std::string MakeZip(const std::map<std::string, std::string>& entries, bool encrypted) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(nullptr, 0, 0, &error);
  zip_source_keep(source);
  zip_t* archive = zip_open_from_source(source, ZIP_TRUNCATE, &error);
  REQUIRE(archive != nullptr);
  for (const auto& [name, bytes] : entries) {
    const zip_int64_t index =
        zip_file_add(archive, name.c_str(), zip_source_buffer(archive, bytes.data(), bytes.size(), 0), 0);
    REQUIRE(index >= 0);
    zip_file_set_mtime(archive, static_cast<zip_uint64_t>(index), 1000000000, 0);
    if (encrypted) zip_file_set_encryption(archive, static_cast<zip_uint64_t>(index), ZIP_EM_AES_256, "ferry");
  }
  REQUIRE(zip_close(archive) == 0);
  REQUIRE(zip_source_open(source) == 0);
  std::string out;
  char buffer[4096];
  for (zip_int64_t count = 0; (count = zip_source_read(source, buffer, sizeof buffer)) > 0;) {
    out.append(buffer, static_cast<size_t>(count));
  }
  zip_source_close(source);
  zip_source_free(source);
  return out;
}

std::string ParagraphXml(absl::string_view text, absl::string_view properties) {
  return absl::StrCat("<w:p>", properties.empty() ? "" : absl::StrCat("<w:pPr>", properties, "</w:pPr>"),
                      "<w:r><w:t xml:space=\"preserve\">", text, "</w:t></w:r></w:p>");
}

std::string MakeDocx(absl::string_view body, const std::map<std::string, std::string>& parts) {
  constexpr absl::string_view kMain =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
  std::map<std::string, std::string> entries;
  entries["[Content_Types].xml"] = absl::StrCat(
      "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" "
      "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" "
      "ContentType=\"application/xml\"/><Override PartName=\"/word/document.xml\" ContentType=\"",
      kMain, "\"/></Types>");
  entries["_rels/.rels"] = absl::StrCat(kRelations, "<Relationship Id=\"r1\" Type=\"", kKinds,
                                        "officeDocument\" Target=\"word/document.xml\"/></Relationships>");
  entries["word/document.xml"] = absl::StrCat("<w:document ", kW, "><w:body>", body, "</w:body></w:document>");
  std::string relations(kRelations);
  for (const auto& [name, inside] : parts) {
    std::string kind = name;
    while (kind.back() >= '0' && kind.back() <= '9') kind.pop_back();
    absl::StrAppend(&relations, "<Relationship Id=\"", name, "\" Type=\"", kKinds, kind, "\" Target=\"", name,
                    ".xml\"/>");
    entries[absl::StrCat("word/", name, ".xml")] =
        absl::StrCat("<w:", RootOf(name), " ", kW, ">", inside, "</w:", RootOf(name), ">");
  }
  entries["word/_rels/document.xml.rels"] = relations + "</Relationships>";
  return MakeZip(entries);
}

std::string MakePdf(const std::vector<std::vector<PdfWords>>& pages, bool encrypted) {
  std::vector<std::string> objects = {"<</Type/Catalog/Pages 2 0 R>>", "",
                                      "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"};
  std::string kids;
  for (const std::vector<PdfWords>& page : pages) {
    std::string content;
    for (const PdfWords& line : page) {
      absl::StrAppend(&content, "BT /F1 ", line.size, " Tf ", line.x, " ", line.y, " Td (", line.words, ") Tj ET\n");
    }
    objects.push_back(absl::StrCat("<</Length ", content.size(), ">>stream\n", content, "endstream"));
    objects.push_back(
        absl::StrCat("<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F1 3 0 R>>>>/Contents ",
                     objects.size(), " 0 R>>"));
    absl::StrAppend(&kids, objects.size(), " 0 R ");
  }
  objects[1] = absl::StrCat("<</Type/Pages/Kids[", kids, "]/Count ", pages.size(), ">>");
  std::string out = "%PDF-1.4\n";
  std::string table = absl::StrCat("xref\n0 ", objects.size() + 1, "\n0000000000 65535 f \n");
  for (size_t i = 0; i < objects.size(); ++i) {
    absl::StrAppendFormat(&table, "%010d 00000 n \n", out.size());
    absl::StrAppend(&out, i + 1, " 0 obj\n", objects[i], "\nendobj\n");
  }
  const size_t at = out.size();
  const std::string lock = absl::StrCat("/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<", std::string(64, '1'),
                                        ">/U<", std::string(64, '2'), ">>>");
  absl::StrAppend(&out, table, "trailer<</Size ", objects.size() + 1, "/Root 1 0 R", encrypted ? lock : "",
                  ">>\nstartxref\n", at, "\n%%EOF\n");
  return out;
}

}  // namespace crosscheck
