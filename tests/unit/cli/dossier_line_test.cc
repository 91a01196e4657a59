#include "cli/dossier_line.h"

#include <doctest/doctest.h>

#include "cli/json_line.h"

namespace crosscheck {
namespace {

TEST_CASE("a dossier line names its documents and what is known of them") {
  const DossierLine line = ParseDossierLine(
      R"({"id":"d-1","extra":true,"documents":[{"path":"a.md","text":"Hello.","role":"draft","published":"2025-07-15",)"
      R"("publisher":"Ledger"},{"path":"b.md","text":" "},{"path":"c.md","text":"Gone.","status":"withdrawn"}]})");
  REQUIRE(line.status.ok());
  CHECK(line.id == "\"d-1\"");
  REQUIRE(line.documents.size() == 3);
  CHECK(line.documents[0].info.role == Role::kDraft);
  CHECK(line.documents[0].info.published == absl::CivilDay(2025, 7, 15));
  CHECK(line.documents[0].info.publisher == "Ledger");
  CHECK(line.documents[1].status == "unread");
  CHECK_FALSE(line.documents[1].why.empty());
  CHECK(line.documents[2].status == "withdrawn");
}

TEST_CASE("a wrong dossier line says what is wrong, and keeps the id where it has one") {
  struct Case {
    const char* line;
    const char* id;
    const char* message;
  };
  const Case cases[] = {
      {"[]", "null", "no JSON object"},
      {R"({"documents":[{"path":"a","text":"b"}],"id":[1]})", "null", "'id' is neither a string nor a whole number"},
      {R"({"id":7})", "7", "'documents' is missing or no list"},
      {R"({"id":"x","documents":[]})", "\"x\"", "'documents' is empty"},
      {R"({"id":"x","documents":[3]})", "\"x\"", "documents[0]: is no object"},
      {R"({"id":"x","documents":[{"text":"b"}]})", "\"x\"", "documents[0]: 'path' is missing"},
      {R"({"id":"x","documents":[{"path":"a"}]})", "\"x\"", "documents[0]: 'text' is missing"},
      {R"({"id":"x","documents":[{"path":"a","text":5}]})", "\"x\"", "documents[0]: 'text' is no string"},
      {R"({"id":"x","documents":[{"path":"a","text":"b","role":"boss"}]})", "\"x\"",
       "documents[0]: unknown role 'boss'; known are draft, source"},
      {R"({"id":"x","documents":[{"path":"a","text":"b","published":"July"}]})", "\"x\"",
       "documents[0]: 'published' is no day such as 2025-07-15: 'July'"},
      {"{\"id\":\"\xFF\"}", "null", "invalid UTF-8 at byte 7 of the line"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.line);
    const DossierLine line = ParseDossierLine(c.line);
    CHECK(line.id == c.id);
    CHECK(line.status.message() == c.message);
    CHECK(line.documents.empty());
  }
}

TEST_CASE("a dossier line says which documents replace and copy others, and how far each is trusted") {
  const DossierLine line =
      ParseDossierLine(R"({"documents":[{"path":"a","text":"x","trust":"high","supersedes":["b"],"derived_from":[]},)"
                       R"({"path":"b","text":"y","derived_from":["a"]}]})");
  REQUIRE(line.status.ok());
  CHECK(line.documents[0].info.trust == "high");
  CHECK(line.documents[0].info.supersedes == std::vector<std::string>{"b"});
  CHECK(line.documents[0].info.independent);
  CHECK(line.documents[1].info.derived_from == std::vector<std::string>{"a"});
  CHECK_FALSE(line.documents[1].info.independent);
  for (const char* wrong : {R"("trust":"much")", R"("supersedes":"b")", R"("derived_from":[1])"}) {
    CAPTURE(wrong);
    CHECK_FALSE(ParseDossierLine(std::string(R"({"documents":[{"path":"a","text":"x",)") + wrong + "}]}").status.ok());
  }
}

TEST_CASE("an error line is valid JSON whatever the message holds") {
  CHECK(ErrorLine("7", 3, "a \"b\" \\ \n") == "{\"id\":7,\"line\":3,\"error\":\"a \\\"b\\\" \\\\ \\u000a\"}\n");
}

}  // namespace
}  // namespace crosscheck
